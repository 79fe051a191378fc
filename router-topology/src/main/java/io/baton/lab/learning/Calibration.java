// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.TextModel;
import java.util.Arrays;

/** What turns scores into probabilities that mean something, and probabilities into decisions. */
final class Calibration {

    private static final double STEP = 0.1;
    private static final int MOST_STEPS = 10;
    private static final int ROUNDS = 3;

    private Calibration() {}

    static double[] probabilities(double[] scores, double temperature) {
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = scores[i] / temperature;
        }
        Softmax.surprise(probabilities, 0);
        return probabilities;
    }

    static double[][] probabilities(double[][] scores, double temperature) {
        double[][] probabilities = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = probabilities(scores[i], temperature);
        }
        return probabilities;
    }

    /** A temperature and the mean negative logarithm of the labels' probabilities at it. */
    record Temperature(double value, double surprise) {}

    /** The temperature, 0.5 to 2.5 in steps of 0.05, at which the labels surprise least. */
    static Temperature temperature(double[][] scores, int[] labels) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 10; step <= 50; step++) {
            double temperature = step / 20.0;
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                double[] scaled = scores[i].clone();
                for (int k = 0; k < scaled.length; k++) {
                    scaled[k] /= temperature;
                }
                sum += Softmax.surprise(scaled, labels[i]);
            }
            if (sum < least) {
                least = sum;
                best = temperature;
            }
        }
        return new Temperature(best, least / labels.length);
    }

    /** Offsets, in steps of 0.1 up to 1 either way, with the best macro-F1; found class by class, a few rounds. */
    static double[] offsets(double[][] probabilities, int[] labels) {
        int classes = probabilities[0].length;
        return offsets(probabilities, labels, new long[classes][classes]);
    }

    /** @param others decisions that are made already and count as well: label, then decision */
    static double[] offsets(double[][] probabilities, int[] labels, long[][] others) {
        int classes = probabilities[0].length;
        double[] best = new double[classes];
        double most = macroF1(probabilities, labels, best, others);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < classes; i++) {
                for (int step = -MOST_STEPS; step <= MOST_STEPS; step++) {
                    double[] tried = best.clone();
                    tried[i] = step * STEP;
                    double reached = macroF1(probabilities, labels, tried, others);
                    if (reached > most + 1e-9) {
                        most = reached;
                        best = tried;
                    }
                }
            }
        }
        for (int i = 0; i < classes; i++) {
            best[i] = Rounding.number(best[i]);
        }
        return best;
    }

    private static double macroF1(double[][] probabilities, int[] labels, double[] offsets, long[][] others) {
        long[][] confusion = new long[offsets.length][];
        Arrays.setAll(confusion, label -> others[label].clone());
        for (int i = 0; i < labels.length; i++) {
            confusion[labels[i]][TextModel.decide(probabilities[i], offsets)]++;
        }
        return Metrics.macroF1(confusion);
    }
}
