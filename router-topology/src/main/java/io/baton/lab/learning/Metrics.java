// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures of how well decisions and probabilities fit the labels. */
final class Metrics {

    /** Groups of confidence, of equal width, that calibration is measured in. */
    private static final int BINS = 10;

    private Metrics() {}

    /** Every figure by name, 0 to 1. A class that does not occur counts 0 in macro figures; an AUC without both sides is NaN. */
    static Map<String, Double> of(List<Outcome> outcomes, int[] classes) {
        Map<String, Double> figures = new LinkedHashMap<>();
        long[][] confusion = confusion(outcomes, classes.length);
        figures.put("accuracy", accuracy(outcomes));
        figures.put("macro precision", macro(confusion, 0));
        figures.put("macro recall", macro(confusion, 1));
        figures.put("macro F1", macro(confusion, 2));
        for (int i = 0; i < classes.length; i++) {
            figures.put("AUC of class " + classes[i], auc(outcomes, i));
        }
        figures.put("calibration error", calibrationError(outcomes));
        return figures;
    }

    /** Counts by label, then by decision. */
    static long[][] confusion(List<Outcome> outcomes, int classes) {
        long[][] confusion = new long[classes][classes];
        for (Outcome outcome : outcomes) {
            confusion[outcome.label()][outcome.decided()]++;
        }
        return confusion;
    }

    static double macroF1(long[][] confusion) {
        return macro(confusion, 2);
    }

    private static double accuracy(List<Outcome> outcomes) {
        long right = outcomes.stream()
                .filter(outcome -> outcome.label() == outcome.decided())
                .count();
        return outcomes.isEmpty() ? Double.NaN : (double) right / outcomes.size();
    }

    /** @param which 0 precision, 1 recall, 2 F1 */
    private static double macro(long[][] confusion, int which) {
        double sum = 0;
        for (int i = 0; i < confusion.length; i++) {
            long labelled = 0;
            long decided = 0;
            for (int j = 0; j < confusion.length; j++) {
                labelled += confusion[i][j];
                decided += confusion[j][i];
            }
            double hits = confusion[i][i];
            double of = which == 0 ? decided : which == 1 ? labelled : (labelled + decided) / 2.0;
            sum += of == 0 ? 0 : hits / of;
        }
        return sum / confusion.length;
    }

    /** Probability that an event of the class has a higher probability of it than an event of another class; ties count half. */
    static double auc(List<Outcome> outcomes, int place) {
        double[] values =
                outcomes.stream().mapToDouble(one -> one.probabilities()[place]).toArray();
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double ranks = 0;
        long positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                boolean own = outcomes.get(order[i]).label() == place;
                ranks += own ? rank : 0;
                positive += own ? 1 : 0;
            }
            from = to;
        }
        double negative = values.length - positive;
        return positive == 0 || negative == 0
                ? Double.NaN
                : (ranks - positive * (positive + 1) / 2.0) / positive / negative;
    }

    /** Mean distance between the probability of the likeliest class and how often it is the right one, over groups of confidence. */
    static double calibrationError(List<Outcome> outcomes) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Outcome outcome : outcomes) {
            int best = 0;
            double[] probabilities = outcome.probabilities();
            for (int i = 1; i < probabilities.length; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            int bin = Math.min(BINS - 1, (int) (probabilities[best] * BINS));
            confidence[bin] += probabilities[best];
            right[bin] += best == outcome.label() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return outcomes.isEmpty() ? Double.NaN : error / outcomes.size();
    }
}
