package io.baton.lab.learning;

/**
 * What multinomial logistic regression minimises: the negative log-likelihood of the labels and, a column, half the squared weights
 * times a penalty.
 */
final class Softmax {

    private final Rows rows;
    private final int classes;
    private final double[] penalties;

    /** @param penalties a column */
    Softmax(Rows rows, int classes, double[] penalties) {
        this.rows = rows;
        this.classes = classes;
        this.penalties = penalties;
    }

    int size() {
        return rows.width() * classes;
    }

    /** The loss at these weights; its slope goes into {@code slope}. */
    double at(double[] weights, double[] slope) {
        double loss = 0;
        for (int column = 0; column < rows.width(); column++) {
            for (int i = column * classes; i < (column + 1) * classes; i++) {
                slope[i] = penalties[column] * weights[i];
                loss += slope[i] * weights[i] / 2;
            }
        }
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
