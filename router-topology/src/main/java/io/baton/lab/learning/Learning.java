// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Alert;
import io.baton.policy.learning.Features;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns a text model. All that is chosen (penalties, temperature, offsets, the alert's threshold) is chosen on scores of
 * conversations that were held back in cross-validation.
 */
public final class Learning {

    /** Fewest labels of a class that something can be learned from. */
    public static final int FEWEST = 10;

    /** Penalties that are tried; the one at which held-back labels surprise least stands: of few labels macro-F1 tells less. */
    private static final List<Fit.Penalty> TRIED =
            List.of(new Fit.Penalty(15, 7, 3), new Fit.Penalty(30, 12, 3), new Fit.Penalty(60, 40, 3));

    private final Lessons lessons;
    private final CrossValidation folds;
    private final @Nullable Meanings meanings;
    private final Consumer<String> progress;
    private final int classes;

    private Learning(Lessons lessons, long seed, @Nullable Meanings meanings, Consumer<String> progress) {
        this.lessons = lessons;
        this.folds = new CrossValidation(lessons.conversations(), seed);
        this.meanings = meanings;
        this.progress = progress;
        this.classes = lessons.classes().length;
    }

    /**
     * A model and what it is worth.
     *
     * @param alert see {@link OnTime}
     * @param second null where none was asked for
     * @param penalty what was chosen
     * @param figures of cross-validation, see {@link Metrics}
     */
    record Learned(
            TextModel model,
            Alert alert,
            @Nullable SecondTier second,
            Fit.Penalty penalty,
            Map<String, Double> figures,
            OnTime onTime) {}

    /** @param meanings vectors for a second tier; null = none is wanted */
    static Learned learn(Lessons lessons, long seed, @Nullable Meanings meanings, Consumer<String> progress) {
        return new Learning(lessons, seed, meanings, progress).learn();
    }

    private Learned learn() {
        List<Lesson> messages =
                lessons.all().stream().filter(one -> !one.closing()).toList();
        List<Lesson> labelled = messages.stream().filter(Lesson::labelled).toList();
        Vocabulary vocabulary = Vocabulary.of(labelled);
        Rows rows = vocabulary.rows(messages);
        Choice choice = choose(messages, rows);
        progress.accept("fitting the model to all labels");
        int[] known = places(messages);
        double[] weights = Fit.weights(rows.pick(known), classes, choice.penalty, 0);
        List<Outcome> outcomes = new ArrayList<>(outcomes(messages, choice));
        Closings closings =
                Closings.learn(lessons, messages, choice.scores, folds, Metrics.confusion(outcomes, classes));
        TextModel model = new TextModel(new TextModel.Weights(
                lessons.classes(),
                Rounding.floats(weights, 0, Features.denseNames().size() * classes),
                vocabulary.buckets(),
                Rounding.floats(weights, Features.denseNames().size() * classes, weights.length),
                closings.weights(),
                choice.temperature,
                choice.offsets,
                closings.offsets()));
        List<OnTime.Turn> turns = turns(messages, choice);
        Alert alert = new Alert(Rounding.number(OnTime.threshold(turns)), from(messages));
        SecondTier second = null;
        Map<String, Double> figures = new HashMap<>();
        if (meanings != null) {
            progress.accept("fitting the second tier");
            SecondTiers tiers = new SecondTiers(model, folds, choice.penalty, meanings);
            SecondTiers.Learned learned = tiers.learn(labelled, rows.pick(known), outcomes);
            second = learned.tier();
            figures.put("macro F1 without embeddings", macroF1(outcomes, closings.outcomes()));
            outcomes = new ArrayList<>(learned.outcomes());
        }
        outcomes.addAll(closings.outcomes());
        figures.putAll(Metrics.of(outcomes, lessons.classes()));
        return new Learned(model, alert, second, choice.penalty, figures, OnTime.of(turns, alert.threshold()));
    }

    private double macroF1(List<Outcome> messages, List<Outcome> closings) {
        List<Outcome> all = new ArrayList<>(messages);
        all.addAll(closings);
        return Metrics.macroF1(Metrics.confusion(all, classes));
    }

    /** What cross-validation chose, with the scores of conversations that were held back. */
    private record Choice(
            Fit.Penalty penalty, double[][] scores, double temperature, double[] offsets, double surprise) {}

    private Choice choose(List<Lesson> messages, Rows rows) {
        int[] known = places(messages);
        int[] labels =
                IntStream.of(known).map(place -> messages.get(place).label()).toArray();
        Choice best = null;
        for (int i = 0; i < TRIED.size(); i++) {
            progress.accept("cross-validation " + (i + 1) + " of " + TRIED.size());
            double[][] scores = folds.scores(messages, rows, classes, TRIED.get(i), 0);
            double[][] judged =
                    IntStream.of(known).mapToObj(place -> scores[place]).toArray(double[][]::new);
            Calibration.Temperature temperature = Calibration.temperature(judged, labels);
            if (best == null || temperature.surprise() < best.surprise) {
                double[] offsets = Calibration.offsets(Calibration.probabilities(judged, temperature.value()), labels);
                best = new Choice(TRIED.get(i), scores, temperature.value(), offsets, temperature.surprise());
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static int[] places(List<Lesson> messages) {
        return IntStream.range(0, messages.size())
                .filter(place -> messages.get(place).labelled())
                .toArray();
    }

    private static List<Outcome> outcomes(List<Lesson> messages, Choice choice) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int place : places(messages)) {
            Lesson lesson = messages.get(place);
            double[] probabilities = Calibration.probabilities(choice.scores[place], choice.temperature);
            int decided = TextModel.decide(probabilities, choice.offsets);
            outcomes.add(
                    new Outcome(lesson.conversation(), lesson.turn(), false, lesson.label(), decided, probabilities));
        }
        return outcomes;
    }

    private static List<OnTime.Turn> turns(List<Lesson> messages, Choice choice) {
        List<OnTime.Turn> turns = new ArrayList<>();
        Alert alert = new Alert(1, from(messages));
        Map<Integer, Double> before = new HashMap<>();
        for (int place = 0; place < messages.size(); place++) {
            Lesson lesson = messages.get(place);
            double now = Calibration.probabilities(choice.scores[place], choice.temperature)[0];
            Double last = before.put(lesson.conversation(), now);
            double risk = alert.risk(lesson.turn(), last == null ? 0 : last, now);
            turns.add(new OnTime.Turn(lesson.conversation(), lesson.turn(), lesson.label(), risk));
        }
        return turns;
    }

    /** The earliest message of a customer that any label belongs to. */
    private static int from(List<Lesson> messages) {
        return messages.stream()
                .filter(Lesson::labelled)
                .mapToInt(Lesson::turn)
                .min()
                .orElse(1);
    }
}
