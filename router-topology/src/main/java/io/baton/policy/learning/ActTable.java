// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Finds the acts in a text by hashes of its words, up to five words a phrase, without a string in between. Immutable; safe to
 * share.
 */
final class ActTable {

    private static final int LONGEST = 5;
    private static final int SLOTS = 4096;

    private final long[] keys = new long[SLOTS];
    private final int[] acts = new int[SLOTS];
    /** How many words the longest phrase has that begins with a word of this hash; 0 = none. */
    private final byte[] reach = new byte[1 << 14];

    ActTable() {
        Map<Long, Integer> phrases = new HashMap<>();
        for (Act act : Act.values()) {
            StringTokenizer split = new StringTokenizer(act.phrases(), ",");
            while (split.hasMoreTokens()) {
                Tokens words = new Tokens();
                words.read(split.nextToken());
                phrases.merge(key(words, 0, words.count()), act.bit(), (a, b) -> a | b);
                int first = place(words.hash(0));
                reach[first] = (byte) Math.max(reach[first], words.count());
            }
        }
        phrases.forEach(this::put);
    }

    /** The acts shown by the words, a set of {@link Act#bit()}. */
    int find(Tokens words) {
        int found = 0;
        for (int start = 0; start < words.count(); start++) {
            int most = Math.min(reach[place(words.hash(start))], words.count() - start);
            long key = 0;
            for (int length = 1; length <= most; length++) {
                key = step(key, words.hash(start + length - 1));
                found |= get(key);
            }
        }
        return found;
    }

    private int get(long key) {
        int slot = slot(key);
        while (acts[slot] != 0) {
            if (keys[slot] == key) {
                return acts[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return 0;
    }

    private void put(long key, int found) {
        int slot = slot(key);
        while (acts[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        keys[slot] = key;
        acts[slot] = found;
    }

    private static long key(Tokens words, int from, int to) {
        if (to - from > LONGEST) {
            throw new IllegalArgumentException("a phrase of more than " + LONGEST + " words");
        }
        long key = 0;
        for (int word = from; word < to; word++) {
            key = step(key, words.hash(word));
        }
        return key;
    }

    private static long step(long key, long hash) {
        return Hashing.mix(key * 31 + hash);
    }

    private static int slot(long key) {
        return (int) (key >>> 32) & (SLOTS - 1);
    }

    private int place(long hash) {
        return (int) (hash >>> 40) & (reach.length - 1);
    }
}
