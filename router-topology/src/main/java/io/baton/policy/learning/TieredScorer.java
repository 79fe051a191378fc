// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.signal.TextScorer;

/** Scores one conversation after another with both tiers. Vectors are made only where the second tier is asked. Not thread-safe. */
public final class TieredScorer {

    private final SecondTier tier;
    private final Encoder encoder;
    private final Scorer scorer;

    /**
     * @param encoder the one that the tier was learned with
     * @throws IllegalArgumentException where it is another one
     */
    public TieredScorer(SecondTier tier, Encoder encoder, TextScorer lexicon) {
        if (!tier.encoder().equals(encoder.name()) || tier.size() != encoder.size()) {
            throw new IllegalArgumentException("the model was learned with sentence embeddings of " + tier.encoder()
                    + ", here are those of " + encoder.name() + "; learn the model again");
        }
        this.tier = tier;
        this.encoder = encoder;
        this.scorer = new Scorer(tier.model(), lexicon);
    }

    /** The course of one conversation: what the model keeps, and what the other side said last. */
    public final class Listening {

        private final Course course = tier.model().begin();
        private String reply = "";
        private float[] meaning = new float[encoder.size()];

        /** Takes in a message of the other side. */
        public void replied(String maskedText) {
            scorer.replied(course, maskedText);
            reply = maskedText;
        }

        /** The score of the first tier, or of this one where the first is unsure. */
        public Score customerSaid(String maskedText, Score first) {
            double[] scores = scorer.hear(course, maskedText).scores();
            if (!tier.asked(first)) {
                return first;
            }
            if (!reply.isEmpty()) {
                meaning = encoder.encode(reply);
                reply = "";
            }
            return tier.score(scores, encoder.encode(maskedText), meaning);
        }
    }

    /** A conversation that begins. */
    public Listening begin() {
        return new Listening();
    }
}
