// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

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
    public static final LogHistogram EMPTY = new LogHistogram(new int[0], new long[0]);

    private static final int PRECISION_BITS = 6;
    private static final int BUCKETS_PER_OCTAVE = 1 << PRECISION_BITS;
    private static final byte FORMAT = 1;
    private static final int FIRST_ROOM = 16;

    /** Buckets in order, without those that are empty, and beside each its count. */
    private final int[] buckets;

    private final long[] counts;

    private LogHistogram(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
    }

    /** A histogram of one value. */
    public static LogHistogram of(long value) {
        return new LogHistogram(new int[] {bucket(Math.max(0, value))}, new long[] {1});
    }

    public LogHistogram plus(LogHistogram other) {
        return combined(other, 1);
    }

    public LogHistogram minus(LogHistogram other) {
        return combined(other, -1);
    }

    private LogHistogram combined(LogHistogram other, int sign) {
        if (other.isEmpty()) {
            return this;
        } else if (isEmpty() && sign > 0) {
            return other;
        }
        int[] keys = new int[buckets.length + other.buckets.length];
        long[] sums = new long[keys.length];
        int size = 0;
        int left = 0;
        int right = 0;
        while (left < buckets.length || right < other.buckets.length) {
            int mine = left < buckets.length ? buckets[left] : Integer.MAX_VALUE;
            int theirs = right < other.buckets.length ? other.buckets[right] : Integer.MAX_VALUE;
            long sum = 0;
            if (mine <= theirs) {
                sum += counts[left++];
            }
            if (theirs <= mine) {
                sum += sign * other.counts[right++];
            }
            if (sum != 0) {
                keys[size] = Math.min(mine, theirs);
                sums[size++] = sum;
            }
        }
        return trimmed(keys, sums, size);
    }

    private static LogHistogram trimmed(int[] buckets, long[] counts, int size) {
        return size == 0 ? EMPTY : new LogHistogram(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
    }

    /** True where it would change nothing if added. */
    public boolean isEmpty() {
        return buckets.length == 0;
    }

    /** How many values it holds. */
    public long count() {
        long sum = 0;
        for (long count : counts) {
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
        for (int i = 0; i < buckets.length; i++) {
            left -= counts[i];
            if (left <= 0) {
                return OptionalLong.of(middle(buckets[i]));
            }
        }
        return OptionalLong.of(middle(buckets[buckets.length - 1]));
    }

    /**
     * Compact bytes: a format byte, then for each bucket in order the distance from the bucket before it and the count, both
     * as variable-length integers.
     */
    public ByteBuffer toBytes() {
        ByteBuffer out = ByteBuffer.allocate(1 + buckets.length * 15);
        out.put(FORMAT);
        int previous = 0;
        for (int i = 0; i < buckets.length; i++) {
            putVarint(out, buckets[i] - previous);
            putVarint(out, (counts[i] << 1) ^ (counts[i] >> 63));
            previous = buckets[i];
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
        int[] buckets = new int[FIRST_ROOM];
        long[] counts = new long[FIRST_ROOM];
        int size = 0;
        int bucket = 0;
        while (in.hasRemaining()) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            bucket += (int) getVarint(in);
            long zigzag = getVarint(in);
            buckets[size] = bucket;
            counts[size++] = (zigzag >>> 1) ^ -(zigzag & 1);
        }
        return trimmed(buckets, counts, size);
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
        return other instanceof LogHistogram histogram
                && Arrays.equals(buckets, histogram.buckets)
                && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "LogHistogram[count=" + count() + ", buckets=" + buckets.length + "]";
    }
}
