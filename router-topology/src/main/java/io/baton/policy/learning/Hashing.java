// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/** Hashes of words, of pairs, and of what a word means in its place. Part of {@link Features#VERSION}. */
final class Hashing {

    /** Hash of the empty word. */
    static final long SEED = 0xCBF29CE484222325L;

    /** Bits of a bucket. */
    static final int BUCKET_BITS = 18;

    /** Numbers below this are the buckets that hashed features fall into. */
    static final int BUCKETS = 1 << BUCKET_BITS;

    private Hashing() {}

    static long letter(long hash, int letter) {
        return (hash ^ letter) * 0x100000001B3L;
    }

    static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 29);
    }

    /** The bucket of a thing of this kind. */
    static int bucket(int kind, long hash) {
        return (int) (mix(hash + kind * 0x9E3779B97F4A7C15L) >>> (64 - BUCKET_BITS - 1) & (BUCKETS - 1));
    }
}
