// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

/**
 * What multinomial logistic regression minimises: the negative log-likelihood of the labels and, a column, half the squared weights
 * times a penalty.
 *
 * <p>Classes have an order, worst first. What a feature says along that order is held back least, and what it says across it (more of the
 * middle, less of both ends) {@code across} times as much: with few or contradicting labels the first is the safer lesson.
 */
final class Softmax {

    private final Rows rows;
    private final int classes;
    private final double[] penalties;
    private final double across;
    /** Direction of the order of classes, of length 1. */
    private final double[] order;

    /**
     * @param penalties a column
     * @param across times the penalty of what does not go along the order of classes; 1 = classes without order
     */
    Softmax(Rows rows, int classes, double[] penalties, double across) {
        this.rows = rows;
        this.classes = classes;
        this.penalties = penalties;
        this.across = across;
        order = new double[classes];
        double length = Math.sqrt(classes * (classes * (double) classes - 1) / 12);
        for (int i = 0; i < classes; i++) {
            order[i] = (i - (classes - 1) / 2.0) / length;
        }
    }

    int size() {
        return rows.width() * classes;
    }

    /** The loss at these weights; its slope goes into {@code slope}. */
    double at(double[] weights, double[] slope) {
        double loss = penalty(weights, slope);
        double[] scores = new double[classes];
        for (int row = 0; row < rows.size(); row++) {
            rows.scores(row, weights, scores);
            loss += surprise(scores, rows.labels()[row]);
            scores[rows.labels()[row]] -= 1;
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                int from = rows.columns()[at] * classes;
                double value = rows.values()[at];
                for (int i = 0; i < classes; i++) {
                    slope[from + i] += value * scores[i];
                }
            }
        }
        return loss;
    }

    private double penalty(double[] weights, double[] slope) {
        double loss = 0;
        for (int column = 0; column < rows.width(); column++) {
            int from = column * classes;
            double along = 0;
            for (int i = 0; i < classes; i++) {
                along += order[i] * weights[from + i];
            }
            for (int i = 0; i < classes; i++) {
                double weight = weights[from + i];
                slope[from + i] = penalties[column] * (across * weight - (across - 1) * along * order[i]);
                loss += slope[from + i] * weight / 2;
            }
        }
        return loss;
    }

    /** Turns scores into probabilities; returns the negative logarithm of that of the label. */
    static double surprise(double[] scores, int label) {
        double top = scores[0];
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double own = scores[label] - top;
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - top);
            total += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
        return StrictMath.log(total) - own;
    }
}
