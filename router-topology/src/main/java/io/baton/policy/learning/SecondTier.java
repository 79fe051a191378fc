// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.util.Arrays;

/**
 * What judges the messages of which the model itself is unsure: the same kind of model, fitted together with the meaning of the message and of
 * the reply before it. Immutable; safe to share.
 *
 * @param encoder name of the {@link Encoder} that the vectors come from
 * @param margin it is asked where the two likeliest classes are less apart than this, 0 to 1
 * @param model fitted together with the vectors; of the same classes
 * @param meaning a row a number of the message's vector, then of the reply's, by class
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SecondTier(String encoder, double margin, TextModel model, float[] meaning) {

    /** @throws IllegalArgumentException where the numbers do not fit one another; says which */
    public SecondTier {
        if (meaning.length == 0 || meaning.length % (2 * model.classes().length) != 0) {
            throw new IllegalArgumentException("a second tier needs a weight a number of two vectors and class");
        }
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("a second tier needs a margin from 0 to 1");
        }
    }

    /** How many numbers a vector has. */
    public int size() {
        return meaning.length / 2 / model.classes().length;
    }

    /** Whether the first tier is so unsure that this one is asked. */
    public boolean asked(Score first) {
        return distance(first.probabilities()) < margin;
    }

    /** How far apart the two likeliest classes are, 0 to 1. */
    public static double distance(double[] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[sorted.length - 2];
    }

    /**
     * Scores a message.
     *
     * @param scores of {@link #model()}, without the vectors
     * @param message vector of the message
     * @param reply vector of what the other side said last; zeros where it has said nothing
     */
    Score score(double[] scores, float[] message, float[] reply) {
        double[] sum = scores.clone();
        add(message, 0, sum);
        add(reply, message.length, sum);
        return model.decided(sum, false);
    }

    private void add(float[] vector, int row, double[] sum) {
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += vector[i] * meaning[(row + i) * sum.length + k];
            }
        }
    }
}
