// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * When a conversation is worth an alert. The risk looks back one message of the customer: two bad turns in a row are far less often
 * an accident than one, and an alert one message after the first is still on time.
 *
 * @param threshold risk from which there is one, chosen on training data, where one conversation in ten at most gets a false one
 * @param from first message of the customer that counts; where labels begin later, nothing was learned of what is before. From 1
 */
public record Alert(double threshold, int from) {

    /** Share of the message before. Of 0.4 to 0.6 none was better on two labelled sets, and 0 far worse. */
    private static final double BEFORE = 0.6;

    /** @throws IllegalArgumentException where {@code from} is under 1 */
    public Alert {
        if (from < 1) {
            throw new IllegalArgumentException("an alert counts messages from 1");
        }
    }

    /**
     * The risk of a moment, 0 to 1.
     *
     * @param turn messages of the customer up to and including this one
     * @param before {@link Score#risk()} of the message before; anything where there was none
     * @param now {@link Score#risk()} of this message
     */
    public double risk(int turn, double before, double now) {
        return (turn > from ? BEFORE * before : 0) + (turn >= from ? (1 - BEFORE) * now : 0);
    }
}
