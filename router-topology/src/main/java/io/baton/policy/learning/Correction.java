// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.ruleset.TextModelRule.Learning;
import io.baton.state.TextLabel;
import java.util.List;

/**
 * Fits corrections of the named weights to labels: logistic regression on top of the scores that the model gave, drawn back to no
 * correction as by so many labels as the policy trusts the model, and never longer than the policy's limit.
 *
 * <p>Depends on which labels there are and not on the order in which they came: it always begins at the model as it was shipped.
 * Classes weigh the same however many labels they have, because those who answer surveys are not all customers.
 */
final class Correction {

    private static final int STEPS = 200;

    private final int classes;
    private final double temperature;
    private final Learning rule;

    Correction(TextModel model, Learning rule) {
        this.classes = model.classes().length;
        this.temperature = model.weights().temperature();
        this.rule = rule;
    }

    /**
     * What to add to the weights, by feature, then class, in the precision of a float.
     *
     * @param labels in any fixed order
     */
    double[] fit(List<TextLabel> labels) {
        int width = Features.denseNames().size() * classes;
        double[] correction = new double[width];
        double[] weights = weights(labels);
        double step = 1 / (rule.trust() + curvature(labels, weights));
        for (int i = 0; i < STEPS; i++) {
            double[] gradient = new double[width];
            for (int k = 0; k < labels.size(); k++) {
                addGradient(labels.get(k), weights[k], correction, gradient);
            }
            for (int j = 0; j < width; j++) {
                correction[j] -= step * (gradient[j] + rule.trust() * correction[j]);
            }
        }
        return bounded(correction);
    }

    /** Mean logarithmic loss, classes weighted equally. */
    double loss(List<TextLabel> labels, double[] correction) {
        double[] weights = weights(labels);
        double loss = 0;
        double total = 0;
        for (int k = 0; k < labels.size(); k++) {
            TextLabel label = labels.get(k);
            loss -= weights[k] * StrictMath.log(probabilities(label, correction)[label.getTarget()] + 1e-12);
            total += weights[k];
        }
        return total == 0 ? 0 : loss / total;
    }

    private double[] weights(List<TextLabel> labels) {
        int[] counts = new int[classes];
        int present = 0;
        for (TextLabel label : labels) {
            present += counts[label.getTarget()]++ == 0 ? 1 : 0;
        }
        double[] weights = new double[labels.size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (double) labels.size()
                    / ((double) present * counts[labels.get(k).getTarget()]);
        }
        return weights;
    }

    /** An upper bound of how much the gradient of the loss can change along one direction. */
    private double curvature(List<TextLabel> labels, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double square = 0;
            for (float value : labels.get(k).getValues()) {
                square += value * value;
            }
            sum += weights[k] * square;
        }
        return 0.5 * sum / (temperature * temperature);
    }

    private void addGradient(TextLabel label, double weight, double[] correction, double[] gradient) {
        double[] probabilities = probabilities(label, correction);
        probabilities[label.getTarget()] -= 1;
        List<Integer> columns = label.getColumns();
        List<Float> values = label.getValues();
        for (int at = 0; at < columns.size(); at++) {
            double scaled = weight * values.get(at) / temperature;
            int from = columns.get(at) * classes;
            for (int i = 0; i < classes; i++) {
                gradient[from + i] += scaled * probabilities[i];
            }
        }
    }

    private double[] probabilities(TextLabel label, double[] correction) {
        double[] scores = new double[classes];
        for (int i = 0; i < classes; i++) {
            scores[i] = label.getScores().get(i);
        }
        for (int at = 0; at < label.getColumns().size(); at++) {
            double value = label.getValues().get(at);
            int from = label.getColumns().get(at) * classes;
            for (int i = 0; i < classes; i++) {
                scores[i] += value * correction[from + i];
            }
        }
        double top = scores[0];
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double total = 0;
        for (int i = 0; i < classes; i++) {
            scores[i] = StrictMath.exp((scores[i] - top) / temperature);
            total += scores[i];
        }
        for (int i = 0; i < classes; i++) {
            scores[i] /= total;
        }
        return scores;
    }

    private double[] bounded(double[] correction) {
        double square = 0;
        for (double one : correction) {
            square += one * one;
        }
        double scale = Math.min(1, rule.limit() / Math.max(1e-12, Math.sqrt(square)));
        for (int j = 0; j < correction.length; j++) {
            correction[j] = (float) (correction[j] * scale);
        }
        return correction;
    }
}
