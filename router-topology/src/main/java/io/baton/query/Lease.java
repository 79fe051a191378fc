// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether the group can still count this instance as its member. One that was stopped, starved or cut off longer than its session lasts has
 * lost its partitions to another and does not know it; what it holds is of the past.
 */
final class Lease {

    private static final long LOOK_EVERY_NANOS = 200_000_000L;
    private static final String GROUP = "consumer-coordinator-metrics";
    private static final String HEARTBEAT = "last-heartbeat-seconds-ago";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final LongSupplier nanos;
    private final double sessionSeconds;
    private long lookedAt;
    private boolean looked;
    private boolean held;

    /**
     * @param metrics those of Kafka Streams and its clients
     * @param nanos a clock that only runs forward
     */
    Lease(Supplier<? extends Map<MetricName, ? extends Metric>> metrics, LongSupplier nanos, double sessionSeconds) {
        this.metrics = metrics;
        this.nanos = nanos;
        this.sessionSeconds = sessionSeconds;
    }

    /** @throws NotHereException where this instance may have lost its partitions */
    synchronized void check() {
        long now = nanos.getAsLong();
        if (!looked || now - lookedAt > LOOK_EVERY_NANOS) {
            looked = true;
            held = longestSilence() < sessionSeconds;
            lookedAt = now;
        }
        if (!held) {
            throw new NotHereException("the router has not been in touch with its group for too long");
        }
    }

    /** Of all stream threads, in seconds; a thread that has not begun yet says less than nothing. */
    private double longestSilence() {
        double longest = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.get().entrySet()) {
            MetricName name = metric.getKey();
            if (name.group().equals(GROUP)
                    && name.name().equals(HEARTBEAT)
                    && metric.getValue().metricValue() instanceof Number seconds) {
                longest = Math.max(longest, seconds.doubleValue());
            }
        }
        return longest;
    }
}
