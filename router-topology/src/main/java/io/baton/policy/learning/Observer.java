// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.signal.TextScorer;

/** Turns messages into features and keeps the course of their conversation up to date. Not thread-safe; one a thread. */
public final class Observer {

    private final Listener listener;
    private final Utterance said = new Utterance();

    /** @param lexicon knows the shipped word lists and no phrases of a policy: a model must mean the same under every policy */
    public Observer(TextScorer lexicon) {
        this(new Listener(lexicon));
    }

    Observer(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes in a message of the customer.
     *
     * @param course what was before; afterwards it holds this message too
     * @param maskedText as intake leaves it; any text, also none
     */
    public MessageFeatures customerSaid(Course course, String maskedText) {
        listener.read(maskedText, said);
        MessageFeatures features = new MessageFeatures(
                Features.dense(course, said), said.grams(Features.CUSTOMER_GRAMS), Features.crosses(course, said));
        course.customerSaid(said);
        return features;
    }

    /**
     * Takes in a message of the other side, machine or human.
     *
     * @return buckets of its words and word pairs, which count for the customer's next message
     */
    public int[] replied(Course course, String maskedText) {
        listener.read(maskedText, said);
        course.replied(said);
        return said.grams(Features.REPLY_GRAMS);
    }
}
