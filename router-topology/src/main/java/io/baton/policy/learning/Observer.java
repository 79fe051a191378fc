// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/** Turns messages into features and keeps the course of their conversation up to date. Not thread-safe; one a thread. */
public final class Observer {

    private final Listener listener = new Listener();
    private final Utterance said = new Utterance();

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
