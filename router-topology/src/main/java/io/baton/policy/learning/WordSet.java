// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/** Which words were said, as a few hundred bits: enough to tell how many of them come again, not to tell which they were. */
final class WordSet {

    private WordSet() {}

    static void add(long[] set, long hash) {
        int bit = (int) (hash >>> 20) & (set.length * 64 - 1);
        set[bit >>> 6] |= 1L << bit;
    }

    static boolean has(long[] set, long hash) {
        int bit = (int) (hash >>> 20) & (set.length * 64 - 1);
        return (set[bit >>> 6] >>> bit & 1) != 0;
    }

    /** Share of the words of a text that are in the set; 0 for a text without words. */
    static double share(Tokens words, long[] set) {
        int again = 0;
        for (int i = 0; i < words.count(); i++) {
            again += has(set, words.hash(i)) ? 1 : 0;
        }
        return words.count() == 0 ? 0 : (double) again / words.count();
    }

    static void replace(long[] set, Tokens words) {
        java.util.Arrays.fill(set, 0);
        addAll(set, words);
    }

    static void addAll(long[] set, Tokens words) {
        for (int i = 0; i < words.count(); i++) {
            add(set, words.hash(i));
        }
    }
}
