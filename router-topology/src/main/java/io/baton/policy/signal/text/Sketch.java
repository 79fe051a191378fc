// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.Arrays;

/**
 * A 64-bit sketch of a wording: texts that share most of their words and word pairs differ in few bits. It cannot be
 * turned back into words, so it may be kept. 0 = too little was said to compare.
 *
 * <p>Each bit is set that more than half of the words and pairs have in their hash. The 64 counts stand side by side, one binary
 * place of all of them in a long, so that a vote of 64 bits costs a few operations and no array.
 */
public final class Sketch {

    /** Words and word pairs that count; what a long text says after that does not change its sketch. */
    private static final int MOST = 256;

    /** Binary places of a count: {@link #MOST} and the pair of its last word stay below 2^9. */
    private static final int PLACES = 9;

    private final long[] places = new long[PLACES];
    private int features;
    private int words;
    private long last;

    /** Forgets all words. */
    void begin() {
        Arrays.fill(places, 0);
        features = 0;
        words = 0;
        last = 0;
    }

    /** Adds a word by the hash of its beginning. */
    public void add(long stem) {
        if (features >= MOST) {
            return;
        }
        if (words == 0) {
            vote(mix(stem));
        } else {
            vote(mix(stem), mix(last * 31 + stem));
        }
        last = stem;
        words++;
    }

    /** The sketch, or 0 where fewer than two words were added. */
    public long value() {
        if (words < 2) {
            return 0;
        }
        long sketch = moreThan(features / 2);
        return sketch == 0 ? 1 : sketch;
    }

    /**
     * How alike two wordings are: 1 = the same words, about 0 = unrelated. 0 where one of them says too little. Two
     * unrelated texts lie within 0.3 of 0 (32 of 64 bits differ, give or take ten).
     */
    public static double similarity(long a, long b) {
        return a == 0 || b == 0 ? 0 : Math.max(0, 1 - Long.bitCount(a ^ b) / 32.0);
    }

    /** Adds one to the counts of the bits that are set in one, and two where they are in both. */
    private void vote(long feature, long other) {
        long odd = places[0];
        long one = feature ^ other;
        places[0] = odd ^ one;
        carry((feature & other) | (odd & one), 1);
        features += 2;
    }

    private void vote(long feature) {
        carry(feature, 0);
        features++;
    }

    private void carry(long bits, int from) {
        long carry = bits;
        for (int place = from; carry != 0; place++) {
            long next = places[place] & carry;
            places[place] ^= carry;
            carry = next;
        }
    }

    /** The bits whose count is greater: they have a one where the limit has a zero and were equal above. */
    private long moreThan(int limit) {
        long greater = 0;
        long equal = -1;
        for (int place = PLACES - 1; place >= 0; place--) {
            boolean one = (limit >>> place & 1) != 0;
            greater |= one ? 0 : equal & places[place];
            equal &= one ? places[place] : ~places[place];
        }
        return greater;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
