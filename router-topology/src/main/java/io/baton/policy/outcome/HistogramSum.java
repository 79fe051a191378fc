// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A {@link LogHistogram} that grows in place: to add a value to some hundred buckets by a copy of all of them costs more than the
 * turn that has brought it. The same values give the same bytes. Used by one thread.
 */
final class HistogramSum {

    private static final int FIRST_ROOM = 4;

    private int[] buckets = new int[FIRST_ROOM];
    private long[] counts = new long[FIRST_ROOM];
    private long[] excess = new long[FIRST_ROOM];
    private int size;

    /**
     * @param value below 0 counts as 0
     * @param count how often; negative takes back
     */
    void add(long value, int count) {
        long kept = Math.max(0, value);
        int bucket = LogHistogram.bucket(kept);
        add(bucket, count, count * (kept - LogHistogram.lowest(bucket)));
    }

    void add(LogHistogram other) {
        other.forEach(this::add);
    }

    boolean isEmpty() {
        return size == 0;
    }

    ByteBuffer toBytes() {
        return HistogramBytes.write(buckets, counts, excess, size);
    }

    private void add(int bucket, long count, long rest) {
        int at = Arrays.binarySearch(buckets, 0, size, bucket);
        if (at < 0) {
            at = -at - 1;
            insert(at, bucket);
        }
        counts[at] += count;
        excess[at] += rest;
        // Of two values of one bucket one may come and the other go.
        if (counts[at] == 0 && excess[at] == 0) {
            size--;
            move(at + 1, at, size - at);
        }
    }

    private void insert(int at, int bucket) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            excess = Arrays.copyOf(excess, 2 * size);
        }
        move(at, at + 1, size - at);
        buckets[at] = bucket;
        counts[at] = 0;
        excess[at] = 0;
        size++;
    }

    private void move(int from, int to, int length) {
        System.arraycopy(buckets, from, buckets, to, length);
        System.arraycopy(counts, from, counts, to, length);
        System.arraycopy(excess, from, excess, to, length);
    }
}
