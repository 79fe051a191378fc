// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * What a model says of a moment in a conversation.
 *
 * @param label the class it decides for, as labelled
 * @param probabilities one a class in the order of {@link TextModel#classes()}; they add up to 1
 */
public record Score(int label, double[] probabilities) {

    /** Probability of the lowest class: what speaks for a human. */
    public double risk() {
        return probabilities[0];
    }
}
