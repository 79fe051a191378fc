// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.signal.TextScorer;

/**
 * Scores conversations with a model, message by message. What it says of a moment depends on that moment and what was before it,
 * never on anything later. Not thread-safe; one a thread.
 */
public final class Scorer {

    private final TextModel model;
    private final Observer observer;

    /** @param lexicon as the model was learned with, see {@link Observer} */
    public Scorer(TextModel model, TextScorer lexicon) {
        this(model, new Observer(lexicon));
    }

    Scorer(TextModel model, Observer observer) {
        this.model = model;
        this.observer = observer;
    }

    /**
     * A message and what it was made of.
     *
     * @param scores one a class, before they become probabilities
     * @param groups what its words, its words in answer and the other side's words add to them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Heard(MessageFeatures features, double[] scores, double[][] groups, Score score) {}

    /** Scores a message of the customer; the course then holds it. */
    public Score customerSaid(Course course, String maskedText) {
        return hear(course, maskedText).score();
    }

    Heard hear(Course course, String maskedText) {
        MessageFeatures features = observer.customerSaid(course, maskedText);
        double[][] groups = model.groups(features, course.replySum);
        double[] scores = model.message(features, groups);
        course.scored(scores);
        return new Heard(features, scores, groups, model.decided(scores, false));
    }

    /** Takes in a message of the other side. */
    public void replied(Course course, String maskedText) {
        double[] sum = model.sum(observer.replied(course, maskedText));
        for (int i = 0; i < sum.length; i++) {
            course.replySum[i] = Course.fixed(sum[i]);
        }
    }

    /** Scores the conversation as a whole, as it is at its end. */
    public Score closed(Course course) {
        return model.decided(model.closing(course), true);
    }
}
