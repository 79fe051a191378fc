// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/**
 * A 64-bit sketch of a wording: texts that share most of their words and word pairs differ in few bits. It cannot be
 * turned back into words, so it may be kept. 0 = too little was said to compare.
 */
public final class Sketch {

    /** Words and word pairs that count; what a long text says after that does not change its sketch. */
    private static final int MOST = 256;

    private final int[] votes = new int[Long.SIZE];
    private int features;
    private int words;
    private long last;

    /** Adds a word by the hash of its beginning. */
    public void add(long stem) {
        if (features >= MOST) {
            return;
        }
        vote(mix(stem));
        if (words > 0) {
            vote(mix(last * 31 + stem));
        }
        last = stem;
        words++;
    }

    /** The sketch, or 0 where fewer than two words were added. */
    public long value() {
        if (words < 2) {
            return 0;
        }
        long sketch = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sketch |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return sketch == 0 ? 1 : sketch;
    }

    /**
     * How alike two wordings are: 1 = the same words, about 0 = unrelated. 0 where one of them says too little. Two
     * unrelated texts lie within 0.3 of 0 (32 of 64 bits differ, give or take ten).
     */
    public static double similarity(long a, long b) {
        return a == 0 || b == 0 ? 0 : Math.max(0, 1 - Long.bitCount(a ^ b) / 32.0);
    }

    private void vote(long feature) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += (int) ((feature >>> bit) & 1) * 2 - 1;
        }
        features++;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
