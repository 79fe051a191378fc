// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.util.Arrays;

/**
 * Collects buckets, each once, in the order in which they come. Sorting them instead took more time than all the rest of a message's
 * features. Not thread-safe; used again and again.
 */
final class Buckets {

    private static final int SLOTS = 1 << 11;
    /** More than this many would fill the slots; no message has as many. */
    private static final int MOST = SLOTS * 3 / 4;

    /** Rounds from 1 to this fit beside a bucket. */
    private static final int ROUNDS = (1 << (Integer.SIZE - Hashing.BUCKET_BITS)) - 1;

    /** Round in the upper bits, bucket in the lower ones; a slot of an earlier round is free. */
    private final int[] slots = new int[SLOTS];

    private final int[] kept = new int[MOST];
    private int round = 1;
    private int size;

    void add(int bucket) {
        int entry = round << Hashing.BUCKET_BITS | bucket;
        int slot = bucket & (SLOTS - 1);
        while (slots[slot] >>> Hashing.BUCKET_BITS == round) {
            if (slots[slot] == entry) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (size < MOST) {
            slots[slot] = entry;
            kept[size++] = bucket;
        }
    }

    /** What was added since the last call. */
    int[] take() {
        int[] taken = Arrays.copyOf(kept, size);
        size = 0;
        round++;
        if (round > ROUNDS) {
            Arrays.fill(slots, 0);
            round = 1;
        }
        return taken;
    }
}
