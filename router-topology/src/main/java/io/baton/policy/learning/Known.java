// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * Which buckets a model knows and where in its list each stands: a bit a bucket and a count every 64, 48 kB in all. A table of places
 * would take a megabyte, and a message asks for a hundred places all over it.
 */
final class Known {

    static final int NONE = -1;

    private final long[] bits = new long[Hashing.BUCKETS / Long.SIZE];
    /** How many known buckets there are before each 64. */
    private final int[] before = new int[bits.length];

    /**
     * @param buckets ascending, each once
     * @throws IllegalArgumentException where they are not, or are no buckets
     */
    Known(int[] buckets) {
        int last = NONE;
        for (int bucket : buckets) {
            if (bucket <= last || bucket >= Hashing.BUCKETS) {
                throw new IllegalArgumentException("a model needs buckets from 0 to " + (Hashing.BUCKETS - 1)
                        + ", ascending, each once; " + bucket + " comes after " + last);
            }
            bits[bucket >>> 6] |= 1L << bucket;
            last = bucket;
        }
        for (int i = 1; i < bits.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(bits[i - 1]);
        }
    }

    /**
     * Places of those buckets that are known, in the order in which they come. The shipped model knows about half of a message's;
     * which ones no processor guesses, so they are sorted out without a branch.
     *
     * @param places where they are written, as long as the buckets
     * @return how many there are
     */
    int places(int[] buckets, int[] places) {
        int count = 0;
        for (int bucket : buckets) {
            places[count] = bucket;
            count += (int) (bits[bucket >>> 6] >>> bucket) & 1;
        }
        for (int i = 0; i < count; i++) {
            places[i] = place(places[i]);
        }
        return count;
    }

    /** Place of a bucket in the list, or {@link #NONE}. */
    int place(int bucket) {
        long group = bits[bucket >>> 6];
        long bit = 1L << bucket;
        return (group & bit) == 0 ? NONE : before[bucket >>> 6] + Long.bitCount(group & (bit - 1));
    }
}
