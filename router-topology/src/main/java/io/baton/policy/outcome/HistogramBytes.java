// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A histogram as bytes: a format byte, then for each bucket in order the distance from the bucket before it, the count and, where the
 * bucket has room for more than one value, the excess, all as variable-length integers.
 *
 * <p>Format 1 had buckets twice as wide and no excess: its values are taken to be in the middle of theirs.
 */
final class HistogramBytes {

    private static final byte FORMAT = 2;
    private static final byte FORMER = 1;
    private static final int FORMER_BUCKETS_PER_OCTAVE = 64;
    private static final int FIRST_ROOM = 16;

    private int[] buckets = new int[FIRST_ROOM];
    private long[] counts = new long[FIRST_ROOM];
    private long[] excess = new long[FIRST_ROOM];
    private int size;

    private HistogramBytes() {}

    /** @param size how many buckets there are; what lies behind them is not looked at */
    static ByteBuffer write(int[] buckets, long[] counts, long[] excess, int size) {
        ByteBuffer out = ByteBuffer.allocate(1 + size * 25);
        out.put(FORMAT);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            putVarint(out, buckets[i] - previous);
            putVarint(out, zigzag(counts[i]));
            if (LogHistogram.isWide(buckets[i])) {
                putVarint(out, zigzag(excess[i]));
            }
            previous = buckets[i];
        }
        return out.flip();
    }

    static LogHistogram read(ByteBuffer in) {
        byte format = in.hasRemaining() ? in.get() : 0;
        if (format != FORMAT && format != FORMER) {
            throw new IllegalArgumentException("not a histogram of format " + FORMAT);
        }
        HistogramBytes read = new HistogramBytes();
        int bucket = 0;
        while (in.hasRemaining()) {
            bucket += (int) getVarint(in);
            long count = signed(getVarint(in));
            if (format == FORMER) {
                long value = middle(bucket);
                int now = LogHistogram.bucket(value);
                read.add(now, count, count * (value - LogHistogram.lowest(now)));
            } else {
                read.add(bucket, count, LogHistogram.isWide(bucket) ? signed(getVarint(in)) : 0);
            }
        }
        return LogHistogram.trimmed(read.buckets, read.counts, read.excess, read.size);
    }

    private void add(int bucket, long count, long rest) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            excess = Arrays.copyOf(excess, 2 * size);
        }
        buckets[size] = bucket;
        counts[size] = count;
        excess[size++] = rest;
    }

    /** Of a bucket of format 1. */
    private static long middle(int bucket) {
        if (bucket < 2 * FORMER_BUCKETS_PER_OCTAVE) {
            return bucket;
        }
        int shift = bucket / FORMER_BUCKETS_PER_OCTAVE - 1;
        long lowest = (long) (bucket - shift * FORMER_BUCKETS_PER_OCTAVE) << shift;
        return lowest + (1L << shift) / 2;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
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
}
