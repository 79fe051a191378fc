// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Course;
import io.baton.policy.learning.Score;
import io.baton.policy.learning.Scorer;
import io.baton.policy.learning.TextModel;
import io.baton.policyfile.ShippedWords;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Scores a recording event by event; what is said of an event knows nothing later. */
public final class Scores {

    /** Is told of each scored event, in stream order. */
    interface Sink {
        /** @param turn messages of the customer up to and including this event */
        void scored(Said said, int turn, Score score) throws IOException;
    }

    private Scores() {}

    static void of(Conversations recorded, TextModel model, Sink sink) throws IOException {
        Scorer scorer = new Scorer(model, ShippedWords.scorer());
        Map<String, Course> courses = new HashMap<>();
        for (Said said : recorded.said()) {
            Course course = courses.computeIfAbsent(said.conversation(), key -> model.begin());
            switch (said.kind()) {
                case REPLY -> scorer.replied(course, said.text());
                case CUSTOMER -> {
                    Score score = scorer.customerSaid(course, said.text());
                    sink.scored(said, course.turns(), score);
                }
                case CLOSED -> sink.scored(said, course.turns(), scorer.closed(course));
            }
        }
    }
}
