// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How values are distributed: counts in buckets whose width grows with the value, so that any quantile is known to within
 * {@value #RELATIVE_ERROR} of itself.
 *
 * <p>Histograms add and subtract exactly, in any order and on any machine: buckets come from integer shifts alone and the
 * same values always give the same bytes. A value that turned out to be wrong is taken back by subtracting it; sketches
 * that draw samples or merge centroids cannot do that.
 *
 * <p>Sparse and immutable. Values below 0 count as 0. A count may be negative for a moment, where a difference is on its
 * way; a total is never negative.
 */
public final class LogHistogram {

    /** Largest distance of a quantile from the true value, as a fraction of it: half a bucket of 1/64 at worst. */
    public static final double RELATIVE_ERROR = 0.01;

    /** Without values. */
    public static final LogHistogram EMPTY = new LogHistogram(new TreeMap<>());

    private static final int PRECISION_BITS = 6;
    private static final int BUCKETS_PER_OCTAVE = 1 << PRECISION_BITS;
    private static final byte FORMAT = 1;

    private final SortedMap<Integer, Long> counts;

    private LogHistogram(SortedMap<Integer, Long> counts) {
        this.counts = counts;
    }

    /** A histogram of one value. */
    public static LogHistogram of(long value) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        counts.put(bucket(Math.max(0, value)), 1L);
        return new LogHistogram(counts);
    }

    public LogHistogram plus(LogHistogram other) {
        return combined(other, 1);
    }

    public LogHistogram minus(LogHistogram other) {
        return combined(other, -1);
    }

    private LogHistogram combined(LogHistogram other, int sign) {
        TreeMap<Integer, Long> sum = new TreeMap<>(counts);
        for (Map.Entry<Integer, Long> entry : other.counts.entrySet()) {
            long count = sum.getOrDefault(entry.getKey(), 0L) + sign * entry.getValue();
            if (count == 0) {
                sum.remove(entry.getKey());
            } else {
                sum.put(entry.getKey(), count);
            }
        }
        return new LogHistogram(sum);
    }

    /** True where it would change nothing if added. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How many values it holds. */
    public long count() {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    /** Position of the quantile among the values in order, from 1; 0 where there are none. */
    public long rank(double quantile) {
        long count = count();
        return count <= 0 ? 0 : Math.min(count, Math.max(1, (long) Math.ceil(quantile * count)));
    }

    /**
     * The value at {@link #rank}, in the unit of the values; empty where there are none.
     *
     * @param quantile 0 to 1
     */
    public OptionalLong quantile(double quantile) {
        long left = rank(quantile);
        if (left == 0) {
            return OptionalLong.empty();
        }
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return OptionalLong.of(middle(entry.getKey()));
            }
        }
        return OptionalLong.of(middle(counts.lastKey()));
    }

    /**
     * Compact bytes: a format byte, then for each bucket in order the distance from the bucket before it and the count, both
     * as variable-length integers.
     */
    public ByteBuffer toBytes() {
        ByteBuffer out = ByteBuffer.allocate(1 + counts.size() * 15);
        out.put(FORMAT);
        int previous = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            putVarint(out, entry.getKey() - previous);
            putVarint(out, (entry.getValue() << 1) ^ (entry.getValue() >> 63));
            previous = entry.getKey();
        }
        return out.flip();
    }

    /**
     * Reads what {@link #toBytes} wrote; leaves the position of the buffer as it is.
     *
     * @throws IllegalArgumentException where the bytes are of another format
     */
    public static LogHistogram fromBytes(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        if (!in.hasRemaining() || in.get() != FORMAT) {
            throw new IllegalArgumentException("not a histogram of format " + FORMAT);
        }
        TreeMap<Integer, Long> counts = new TreeMap<>();
        int bucket = 0;
        while (in.hasRemaining()) {
            bucket += (int) getVarint(in);
            long zigzag = getVarint(in);
            counts.put(bucket, (zigzag >>> 1) ^ -(zigzag & 1));
        }
        return new LogHistogram(counts);
    }

    /** Below 128 each value has a bucket of its own; above, each doubling has 64 buckets of equal width. */
    private static int bucket(long value) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value) - PRECISION_BITS);
        return shift * BUCKETS_PER_OCTAVE + (int) (value >>> shift);
    }

    private static long middle(int bucket) {
        if (bucket < 2 * BUCKETS_PER_OCTAVE) {
            return bucket;
        }
        int shift = bucket / BUCKETS_PER_OCTAVE - 1;
        long lowest = (long) (bucket - shift * BUCKETS_PER_OCTAVE) << shift;
        return lowest + (1L << shift) / 2;
    }

    private static void putVarint(ByteBuffer out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long getVarint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogHistogram histogram && counts.equals(histogram.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "LogHistogram[count=" + count() + ", buckets=" + counts.size() + "]";
    }
}
