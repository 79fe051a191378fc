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

    /** Round in the upper half, bucket in the lower one; a slot of an earlier round is free. */
    private final long[] slots = new long[SLOTS];

    private final int[] kept = new int[MOST];
    private long round = 1;
    private int size;

    void add(int bucket) {
        long entry = round << 32 | bucket;
        int slot = bucket & (SLOTS - 1);
        while (slots[slot] >>> 32 == round) {
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
        if (round > Integer.MAX_VALUE) {
            Arrays.fill(slots, 0);
            round = 1;
        }
        return taken;
    }
}
