// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.TextModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the end of a conversation is judged by: the scores of its last message and their mean. Learned from scores of conversations that
 * were held back, or it would trust them too much.
 *
 * @param weights rows for {@link TextModel.Weights#closing}
 * @param offsets a class
 * @param outcomes of cross-validation
 */
record Closings(float[] weights, double[] offsets, List<Outcome> outcomes) {

    private static final double PENALTY = 1;
    private static final int MOST_STEPS = 60;

    /** @param confusion of the messages, see {@link Metrics#confusion}: the offsets serve the macro-F1 of all labels together */
    static Closings learn(
            Lessons lessons, List<Lesson> messages, double[][] scores, CrossValidation folds, long[][] confusion) {
        int classes = lessons.classes().length;
        List<Lesson> closings = lessons.labelled(true);
        Rows rows = rows(closings, summaries(lessons, messages, scores));
        if (closings.stream().mapToInt(Lesson::label).distinct().count() < classes) {
            return new Closings(meanOnly(classes), new double[classes], List.of());
        }
        double[][] held = new double[closings.size()][];
        for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
            double[] weights = fit(rows.pick(folds.places(closings, fold, false)), classes);
            for (int place : folds.places(closings, fold, true)) {
                held[place] = new double[classes];
                rows.scores(place, weights, held[place]);
            }
        }
        double[][] probabilities = Calibration.probabilities(held, 1);
        double[] offsets = Calibration.offsets(probabilities, rows.labels(), confusion);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < closings.size(); i++) {
            Lesson one = closings.get(i);
            int decided = TextModel.decide(probabilities[i], offsets);
            outcomes.add(new Outcome(one.conversation(), one.turn(), true, one.label(), decided, probabilities[i]));
        }
        double[] weights = fit(rows, classes);
        return new Closings(Rounding.floats(weights, 0, weights.length), offsets, outcomes);
    }

    private static double[] fit(Rows rows, int classes) {
        double[] penalties = new double[rows.width()];
        Arrays.fill(penalties, PENALTY);
        Softmax loss = new Softmax(rows, classes, penalties, 1);
        return Descent.minimise(loss, new double[loss.size()], MOST_STEPS);
    }

    /** Without labels of closings the conversation is as its messages were on average. */
    private static float[] meanOnly(int classes) {
        float[] weights = new float[TextModel.closingFeatures(classes) * classes];
        for (int i = 0; i < classes; i++) {
            weights[(1 + classes + i) * classes + i] = 1;
        }
        return weights;
    }

    /** Features by conversation as they are at its end. */
    private static Map<Integer, float[]> summaries(Lessons lessons, List<Lesson> messages, double[][] scores) {
        int classes = lessons.classes().length;
        Map<Integer, float[]> summaries = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int place = 0; place < messages.size(); place++) {
            int conversation = messages.get(place).conversation();
            float[] summary =
                    summaries.computeIfAbsent(conversation, key -> new float[TextModel.closingFeatures(classes)]);
            int count = counts.merge(conversation, 1, Integer::sum);
            summary[0] = 1;
            for (int i = 0; i < classes; i++) {
                float score = (float) scores[place][i];
                summary[1 + i] = score;
                summary[1 + classes + i] += (score - summary[1 + classes + i]) / count;
            }
        }
        return summaries;
    }

    private static Rows rows(List<Lesson> closings, Map<Integer, float[]> summaries) {
        int width =
                summaries.values().stream().findFirst().map(one -> one.length).orElse(1);
        int[] starts = new int[closings.size() + 1];
        int[] columns = new int[closings.size() * width];
        float[] values = new float[closings.size() * width];
        int[] labels = new int[closings.size()];
        float[] nothing = new float[width];
        nothing[0] = 1;
        for (int row = 0; row < closings.size(); row++) {
            float[] summary = summaries.getOrDefault(closings.get(row).conversation(), nothing);
            for (int i = 0; i < width; i++) {
                columns[row * width + i] = i;
                values[row * width + i] = summary[i];
            }
            starts[row + 1] = (row + 1) * width;
            labels[row] = closings.get(row).label();
        }
        return new Rows(starts, columns, values, labels, width);
    }
}
