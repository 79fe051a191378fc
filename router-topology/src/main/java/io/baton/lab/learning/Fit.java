// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Features;
import java.util.Arrays;

/** Fits the weights of messages to labelled rows. */
final class Fit {

    private static final int MOST_STEPS = 60;

    /**
     * How strongly weights are held near 0.
     *
     * @param dense penalty of the numbers
     * @param hashed penalty of words and combinations
     * @param across see {@link Softmax}
     */
    record Penalty(double dense, double hashed, double across) {}

    private Fit() {}

    /** Weights of the rows as they are, the columns' scales folded in. */
    static double[] weights(Rows rows, int classes, Penalty penalty) {
        float[] scales = scales(rows, classes);
        double[] penalties = new double[rows.width()];
        Arrays.fill(penalties, penalty.hashed);
        Arrays.fill(penalties, 0, Features.denseNames().size(), penalty.dense);
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
    private static float[] scales(Rows rows, int classes) {
        int first = Features.denseNames().size();
        double[] seen = new double[rows.width() * classes];
        Arrays.fill(seen, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                if (rows.columns()[at] >= first) {
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
        Arrays.fill(scales, 0, first, 1);
        for (int column = first; column < rows.width(); column++) {
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
