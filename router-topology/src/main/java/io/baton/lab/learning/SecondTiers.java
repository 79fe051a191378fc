// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Features;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns what judges the messages that the first tier is unsure of. */
final class SecondTiers {

    /** Share of the messages that the second tier is asked for: it keeps nine tenths of what it would bring on all of them. */
    private static final double ASKED = 0.3;

    private final TextModel.Weights first;
    private final CrossValidation folds;
    private final Fit.Penalty penalty;
    private final Meanings meanings;
    private final int classes;

    /** @param penalty of words and numbers, as the first tier was fitted */
    SecondTiers(TextModel first, CrossValidation folds, Fit.Penalty penalty, Meanings meanings) {
        this.first = first.weights();
        this.folds = folds;
        this.penalty = penalty;
        this.meanings = meanings;
        this.classes = this.first.classes().length;
    }

    /** @param outcomes of cross-validation, with both tiers */
    record Learned(SecondTier tier, List<Outcome> outcomes) {}

    /**
     * @param labelled messages
     * @param rows of them, without vectors
     * @param alone outcomes of the first tier alone, in cross-validation, of the same messages
     */
    Learned learn(List<Lesson> labelled, Rows rows, List<Outcome> alone) {
        Rows both = rows.with(labelled.stream().map(meanings::of).toArray(float[][]::new));
        double[][] held = folds.scores(labelled, both, classes, penalty, meanings.columns());
        double margin = margin(alone);
        double temperature = Calibration.temperature(held, both.labels()).value();
        double[][] probabilities = Calibration.probabilities(held, temperature);
        double[] offsets = offsets(probabilities, alone, margin);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            Outcome one = alone.get(i);
            int decided = TextModel.decide(probabilities[i], offsets);
            outcomes.add(
                    asked(one, margin)
                            ? new Outcome(one.conversation(), one.turn(), false, one.label(), decided, probabilities[i])
                            : one);
        }
        double[] weights = Fit.weights(both, classes, penalty, meanings.columns());
        return new Learned(tier(weights, margin, temperature, offsets), outcomes);
    }

    private SecondTier tier(double[] weights, double margin, double temperature, double[] offsets) {
        int words = Features.denseNames().size() * classes;
        int vectors = weights.length - meanings.columns() * classes;
        TextModel model = new TextModel(new TextModel.Weights(
                first.classes(),
                Rounding.floats(weights, 0, words),
                first.buckets(),
                Rounding.floats(weights, words, vectors),
                first.closing(),
                temperature,
                offsets,
                first.closingOffsets()));
        return new SecondTier(meanings.encoder(), margin, model, Rounding.floats(weights, vectors, weights.length));
    }

    private static boolean asked(Outcome outcome, double margin) {
        return SecondTier.distance(outcome.probabilities()) < margin;
    }

    private static double margin(List<Outcome> alone) {
        double[] distances = alone.stream()
                .mapToDouble(one -> SecondTier.distance(one.probabilities()))
                .sorted()
                .toArray();
        return Rounding.number(distances[(int) (ASKED * (distances.length - 1))]);
    }

    /** Offsets that serve the macro-F1 of all messages together. */
    private double[] offsets(double[][] probabilities, List<Outcome> alone, double margin) {
        List<Outcome> others = new ArrayList<>();
        List<double[]> asked = new ArrayList<>();
        int[] labels = new int[alone.size()];
        for (int i = 0; i < alone.size(); i++) {
            if (asked(alone.get(i), margin)) {
                labels[asked.size()] = alone.get(i).label();
                asked.add(probabilities[i]);
            } else {
                others.add(alone.get(i));
            }
        }
        return asked.isEmpty()
                ? first.offsets()
                : Calibration.offsets(
                        asked.toArray(double[][]::new),
                        Arrays.copyOf(labels, asked.size()),
                        Metrics.confusion(others, classes));
    }
}
