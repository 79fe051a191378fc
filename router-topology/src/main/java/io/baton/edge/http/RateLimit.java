// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A bucket of requests an address, filled again at a steady rate. */
final class RateLimit {

    private static final int MOST_ADDRESSES = 10_000;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * @param perSecond requests a second that an address may make in the long run
     * @param burst requests that it may make at once
     * @param nanos a clock that only runs forward
     */
    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes one request from the address's bucket or throws a {@link Problem}. */
    synchronized void take(String address) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(address, missing -> new Bucket(burst, now));
        bucket.left = Math.min(burst, bucket.left + (now - bucket.at) / 1e9 * perSecond);
        bucket.at = now;
        if (bucket.left < 1) {
            throw Problem.tooMany(Math.max(1, (int) Math.ceil((1 - bucket.left) / perSecond)));
        }
        bucket.left--;
    }

    private static final class Bucket {
        private double left;
        private long at;

        private Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }
}
