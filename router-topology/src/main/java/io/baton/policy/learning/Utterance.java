// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * What is known of one message once it is read: its acts, how it sounds, its words as hashes. Filled again and again by a
 * {@link Listener}; the text is not kept.
 */
final class Utterance {

    final Tokens tokens = new Tokens();
    final Buckets buckets = new Buckets();
    int acts;
    float valence;
    float emphasis;
    boolean wantsHuman;
    boolean asksAgain;
    boolean disputes;
    boolean courtesy;

    boolean does(Act act) {
        return (acts & act.bit()) != 0;
    }

    /** Words and word pairs as buckets, each once; the beginning and the end of the message count as words. */
    int[] grams(int kind) {
        int count = tokens.count();
        long before = Hashing.SEED;
        for (int i = 0; i <= count; i++) {
            long word = i < count ? tokens.hash(i) : ~Hashing.SEED;
            if (i < count) {
                buckets.add(Hashing.bucket(kind, word));
            }
            buckets.add(Hashing.bucket(kind + 1, before * 31 + word));
            before = word;
        }
        return buckets.take();
    }
}
