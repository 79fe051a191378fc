// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.Arrays;

/** A map from long to a number of 0 or more, without boxing: it is asked several times a word. */
final class LongTable {

    static final int NONE = -1;

    private static final int SEEN_BITS = 16;

    /** A bit for each of many spread values: most words are in no list, and these 8 kB stay in the processor's nearest cache. */
    private final long[] seen = new long[1 << (SEEN_BITS - 6)];

    private long[] keys = new long[64];
    private int[] values = filled(64);
    private int size;

    int get(long key) {
        int spread = spread(key);
        if ((seen[spread >>> 6 & seen.length - 1] & 1L << spread) == 0) {
            return NONE;
        }
        int mask = keys.length - 1;
        for (int slot = spread & mask; values[slot] != NONE; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return NONE;
    }

    void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int spread = spread(key);
        seen[spread >>> 6 & seen.length - 1] |= 1L << spread;
        if (set(key, value)) {
            size++;
        }
    }

    private boolean set(long key, int value) {
        int mask = keys.length - 1;
        int slot = spread(key) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        boolean added = values[slot] == NONE;
        keys[slot] = key;
        values[slot] = value;
        return added;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                set(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40);
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }
}
