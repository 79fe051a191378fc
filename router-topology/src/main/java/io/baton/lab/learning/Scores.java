// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Course;
import io.baton.policy.learning.Score;
import io.baton.policy.learning.Scorer;
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

    static void of(Conversations recorded, StoredModel stored, Sink sink) throws IOException {
        Scorer scorer = new Scorer(stored.model(), ShippedWords.scorer());
        Map<String, Course> courses = new HashMap<>();
        Map<String, Double> before = new HashMap<>();
        for (Said said : recorded.said()) {
            Course course = courses.computeIfAbsent(
                    said.conversation(), key -> stored.model().begin());
            switch (said.kind()) {
                case REPLY -> scorer.replied(course, said.text());
                case CUSTOMER -> {
                    Score score = scorer.customerSaid(course, said.text());
                    double last = before.getOrDefault(said.conversation(), 0.0);
                    before.put(said.conversation(), score.risk());
                    sink.scored(said, course.turns(), score, stored.alert().risk(course.turns(), last, score.risk()));
                }
                case CLOSED -> sink.scored(said, course.turns(), scorer.closed(course), 0);
            }
        }
    }
}
