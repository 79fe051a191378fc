// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How values are distributed: buckets whose width grows with the value, each with how many values lie in it and their sum, so that any
 * quantile is known to within {@value #RELATIVE_ERROR} of itself. What is told of a bucket is the mean of its values: where
 * they are all the same, as whole seconds are, that is the value itself, and its rank is exact.
 *
 * <p>Histograms add and subtract exactly, in any order and on any machine: buckets come from integer shifts alone and the
 * same values always give the same bytes. A value that turned out to be wrong is taken back by subtracting it; sketches
 * that draw samples or merge centroids cannot do that.
 *
 * <p>Sparse and immutable. Values below 0 count as 0. A count may be negative for a moment, where a difference is on its
 * way; a total is never negative.
 */
public final class LogHistogram {

    /** Largest distance of a quantile from the true value, as a fraction of it: a bucket of 1/128 at worst. */
    public static final double RELATIVE_ERROR = 0.01;

    /** Without values. */
    public static final LogHistogram EMPTY = new LogHistogram(new int[0], new long[0], new long[0]);

    private static final int PRECISION_BITS = 7;
    private static final int BUCKETS_PER_OCTAVE = 1 << PRECISION_BITS;

    /** Buckets in order, without those that are empty; beside each its count and by how much its values exceed its lowest, added up. */
    private final int[] buckets;

    private final long[] counts;
    private final long[] excess;

    private LogHistogram(int[] buckets, long[] counts, long[] excess) {
        this.buckets = buckets;
        this.counts = counts;
        this.excess = excess;
    }

    /** A histogram of one value. */
    public static LogHistogram of(long value) {
        long kept = Math.max(0, value);
        int bucket = bucket(kept);
        return new LogHistogram(new int[] {bucket}, new long[] {1}, new long[] {kept - lowest(bucket)});
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
        long[] rests = new long[keys.length];
        int size = 0;
        int left = 0;
        int right = 0;
        while (left < buckets.length || right < other.buckets.length) {
            int mine = left < buckets.length ? buckets[left] : Integer.MAX_VALUE;
            int theirs = right < other.buckets.length ? other.buckets[right] : Integer.MAX_VALUE;
            long sum = 0;
            long rest = 0;
            if (mine <= theirs) {
                rest += excess[left];
                sum += counts[left++];
            }
            if (theirs <= mine) {
                rest += sign * other.excess[right];
                sum += sign * other.counts[right++];
            }
            // Of two values of one bucket one may come and the other go.
            if (sum != 0 || rest != 0) {
                keys[size] = Math.min(mine, theirs);
                rests[size] = rest;
                sums[size++] = sum;
            }
        }
        return trimmed(keys, sums, rests, size);
    }

    /** The first so many of them. */
    static LogHistogram trimmed(int[] buckets, long[] counts, long[] excess, int size) {
        return size == 0
                ? EMPTY
                : new LogHistogram(
                        Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size), Arrays.copyOf(excess, size));
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
                return OptionalLong.of(mean(i));
            }
        }
        return OptionalLong.of(mean(buckets.length - 1));
    }

    /** Takes a bucket, its count and its excess. */
    interface Buckets {
        void take(int bucket, long count, long excess);
    }

    void forEach(Buckets to) {
        for (int i = 0; i < buckets.length; i++) {
            to.take(buckets[i], counts[i], excess[i]);
        }
    }

    /** Compact bytes; the same values always give the same ones. */
    public ByteBuffer toBytes() {
        return HistogramBytes.write(buckets, counts, excess, buckets.length);
    }

    /**
     * Reads what {@link #toBytes} wrote; leaves the position of the buffer as it is.
     *
     * @throws IllegalArgumentException where the bytes are of another format
     */
    public static LogHistogram fromBytes(ByteBuffer bytes) {
        return HistogramBytes.read(bytes.duplicate());
    }

    /** Below 256 each value has a bucket of its own; above, each doubling has 128 buckets of equal width. */
    static int bucket(long value) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value) - PRECISION_BITS);
        return shift * BUCKETS_PER_OCTAVE + (int) (value >>> shift);
    }

    /** Whether more than one value belongs into it. */
    static boolean isWide(int bucket) {
        return bucket >= 2 * BUCKETS_PER_OCTAVE;
    }

    /** The lowest value of a bucket. */
    static long lowest(int bucket) {
        if (!isWide(bucket)) {
            return bucket;
        }
        int shift = bucket / BUCKETS_PER_OCTAVE - 1;
        return (long) (bucket - shift * BUCKETS_PER_OCTAVE) << shift;
    }

    private long mean(int at) {
        return lowest(buckets[at]) + (counts[at] <= 0 ? 0 : excess[at] / counts[at]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogHistogram histogram
                && Arrays.equals(buckets, histogram.buckets)
                && Arrays.equals(counts, histogram.counts)
                && Arrays.equals(excess, histogram.excess);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts)) + Arrays.hashCode(excess);
    }

    @Override
    public String toString() {
        return "LogHistogram[count=" + count() + ", buckets=" + buckets.length + "]";
    }
}
