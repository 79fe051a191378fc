// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Features;
import java.util.Arrays;

/** Fits the weights of messages to labelled rows. */
final class Fit {

    private static final int MOST_STEPS = 60;

    /** Of the numbers of sentence embeddings. Of 8 to 32 none was better on two labelled sets. */
    private static final double PENALTY_OF_MEANING = 16;

    /**
     * How strongly weights are held near 0.
     *
     * @param dense penalty of the numbers
     * @param hashed penalty of words and combinations
     * @param across see {@link Softmax}
     */
    record Penalty(double dense, double hashed, double across) {}

    private Fit() {}

    /**
     * Weights of the rows as they are, the columns' scales folded in.
     *
     * @param meanings how many of the last columns are numbers of sentence embeddings
     */
    static double[] weights(Rows rows, int classes, Penalty penalty, int meanings) {
        float[] scales = scales(rows, classes, meanings);
        double[] penalties = new double[rows.width()];
        Arrays.fill(penalties, penalty.hashed);
        Arrays.fill(penalties, 0, Features.denseNames().size(), penalty.dense);
        Arrays.fill(penalties, rows.width() - meanings, rows.width(), PENALTY_OF_MEANING);
        Softmax loss = new Softmax(rows.scaled(scales), classes, penalties, penalty.across);
        double[] weights = Descent.minimise(loss, new double[loss.size()], MOST_STEPS);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scales[i / classes];
        }
        return weights;
    }

    /**
     * How much a hashed feature may say: the square root of the largest log-ratio between its share in one class and in the others, after
     * Wang and Manning, "Baselines and Bigrams" (ACL 2012). Words that are equally common everywhere are held back.
     */
    private static float[] scales(Rows rows, int classes, int meanings) {
        int first = Features.denseNames().size();
        int end = rows.width() - meanings;
        double[] seen = new double[end * classes];
        Arrays.fill(seen, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                if (rows.columns()[at] >= first && rows.columns()[at] < end) {
                    seen[rows.columns()[at] * classes + rows.labels()[row]]++;
                }
            }
        }
        double[] totals = new double[classes];
        for (int i = first * classes; i < seen.length; i++) {
            totals[i % classes] += seen[i];
        }
        double total = Arrays.stream(totals).sum();
        float[] scales = new float[rows.width()];
        Arrays.fill(scales, 1);
        for (int column = first; column < end; column++) {
            double all = 0;
            for (int i = 0; i < classes; i++) {
                all += seen[column * classes + i];
            }
            double most = 0;
            for (int i = 0; i < classes; i++) {
                double own = seen[column * classes + i];
                most = Math.max(most, Math.abs(StrictMath.log(own / totals[i] / ((all - own) / (total - totals[i])))));
            }
            scales[column] = (float) Math.sqrt(most);
        }
        return scales;
    }
}
