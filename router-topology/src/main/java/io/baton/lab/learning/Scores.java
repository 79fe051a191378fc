// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Course;
import io.baton.policy.learning.Encoder;
import io.baton.policy.learning.Score;
import io.baton.policy.learning.Scorer;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TieredScorer;
import io.baton.policyfile.ShippedWords;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Scores a recording event by event; what is said of an event knows nothing later. */
public final class Scores {

    /** Is told of each scored event, in stream order. */
    interface Sink {
        /**
         * @param turn messages of the customer up to and including this event
         * @param risk what the alert goes by; 0 at a closing
         */
        void scored(Said said, int turn, Score score, double risk) throws IOException;
    }

    private Scores() {}

    /** @throws IllegalStateException where the model has a second tier and its encoder is not here */
    static void of(Conversations recorded, StoredModel stored, Sink sink) throws IOException {
        Scorer scorer = new Scorer(stored.model(), ShippedWords.scorer());
        SecondTier second = stored.second();
        TieredScorer tiered = second == null ? null : tiered(second);
        Map<String, Course> courses = new HashMap<>();
        Map<String, TieredScorer.Listening> listening = new HashMap<>();
        Map<String, Double> before = new HashMap<>();
        for (Said said : recorded.said()) {
            Course course = courses.computeIfAbsent(
                    said.conversation(), key -> stored.model().begin());
            TieredScorer.Listening more =
                    tiered == null ? null : listening.computeIfAbsent(said.conversation(), key -> tiered.begin());
            switch (said.kind()) {
                case REPLY -> {
                    scorer.replied(course, said.text());
                    if (more != null) {
                        more.replied(said.text());
                    }
                }
                case CUSTOMER -> {
                    Score first = scorer.customerSaid(course, said.text());
                    double last = before.getOrDefault(said.conversation(), 0.0);
                    before.put(said.conversation(), first.risk());
                    Score score = more == null ? first : more.customerSaid(said.text(), first);
                    sink.scored(said, course.turns(), score, stored.alert().risk(course.turns(), last, first.risk()));
                }
                case CLOSED -> sink.scored(said, course.turns(), scorer.closed(course), 0);
            }
        }
    }

    private static TieredScorer tiered(SecondTier second) {
        Encoder encoder = Encoders.find()
                .orElseThrow(() -> new IllegalStateException("the model was learned with sentence embeddings of "
                        + second.encoder() + "; " + Encoders.CURE));
        try {
            return new TieredScorer(second, encoder, ShippedWords.scorer());
        } catch (IllegalArgumentException other) {
            throw new IllegalStateException(other.getMessage(), other);
        }
    }
}
