// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.modelfile.StoredModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a model is worth on labelled conversations, each figure with a 95 % interval from 1,000 draws of whole conversations: messages of
 * one conversation are not independent of one another.
 *
 * @param labels how many labels were scored
 * @param conversations how many conversations they belong to
 * @param unknownClasses labels of classes that the model does not have
 * @param figures by name
 * @param alerts the counts behind the figures on alerts, one sentence
 */
public record Evaluation(
        int labels, int conversations, int unknownClasses, Map<String, Interval> figures, String alerts) {

    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;

    /** A figure with its interval; NaN where it cannot be computed. */
    public record Interval(double value, double low, double high) {}

    /** @throws IllegalStateException where no label can be used */
    public static Evaluation of(Conversations recorded, Labels labels, StoredModel stored, long seed)
            throws IOException {
        int[] classes = stored.model().classes();
        Sample sample = sample(recorded, labels, stored, classes);
        if (sample.outcomes.isEmpty()) {
            throw new IllegalStateException("no label belongs to a scored event and a class of the model");
        }
        long unknown = labels.values().values().stream()
                .filter(label -> Arrays.binarySearch(classes, label) < 0)
                .count();
        Map<String, Double> whole = figures(sample, classes, stored.alert().threshold());
        Map<String, Interval> figures = new LinkedHashMap<>();
        Map<String, double[]> drawn = draws(sample, classes, stored.alert().threshold(), seed);
        whole.forEach((name, value) -> figures.put(name, interval(value, drawn.getOrDefault(name, new double[0]))));
        long conversations = sample.outcomes.stream()
                .mapToInt(Outcome::conversation)
                .distinct()
                .count();
        return new Evaluation(
                sample.outcomes.size(),
                (int) conversations,
                (int) unknown,
                figures,
                OnTime.of(sample.turns, stored.alert().threshold()).told());
    }

    private record Sample(List<Outcome> outcomes, List<OnTime.Turn> turns) {}

    private static Sample sample(Conversations recorded, Labels labels, StoredModel stored, int[] classes)
            throws IOException {
        Sample sample = new Sample(new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> numbers = new HashMap<>();
        Scores.of(recorded, stored, (said, turn, score, risk) -> {
            int number = numbers.computeIfAbsent(said.conversation(), key -> numbers.size());
            Integer label = labels.values().get(said.key());
            int place = label == null ? -1 : Math.max(-1, Arrays.binarySearch(classes, label));
            boolean closing = said.kind() == Said.Kind.CLOSED;
            if (place >= 0) {
                int decided = Arrays.binarySearch(classes, score.label());
                sample.outcomes.add(new Outcome(number, turn, closing, place, decided, score.probabilities()));
            }
            if (!closing) {
                sample.turns.add(new OnTime.Turn(number, turn, place, risk));
            }
        });
        return sample;
    }

    private static Map<String, Double> figures(Sample sample, int[] classes, double threshold) {
        Map<String, Double> figures = Metrics.of(sample.outcomes, classes);
        OnTime onTime = OnTime.of(sample.turns, threshold);
        figures.put("on-time recall", onTime.recall());
        figures.put("false escalations", onTime.falseShare());
        return figures;
    }

    private static Map<String, double[]> draws(Sample sample, int[] classes, double threshold, long seed) {
        TreeMap<Integer, Sample> byConversation = new TreeMap<>();
        sample.outcomes.forEach(
                one -> of(byConversation, one.conversation()).outcomes.add(one));
        sample.turns.forEach(one -> of(byConversation, one.conversation()).turns.add(one));
        byConversation.values().removeIf(one -> one.outcomes.isEmpty());
        List<Sample> conversations = List.copyOf(byConversation.values());
        Random random = new Random(seed);
        Map<String, double[]> drawn = new HashMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Sample again = new Sample(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < conversations.size(); i++) {
                Sample one = conversations.get(random.nextInt(conversations.size()));
                again.outcomes.addAll(one.outcomes);
                int number = i;
                one.turns.forEach(
                        turn -> again.turns.add(new OnTime.Turn(number, turn.turn(), turn.label(), turn.risk())));
            }
            int place = draw;
            figures(again, classes, threshold)
                    .forEach((name, value) -> drawn.computeIfAbsent(name, key -> new double[DRAWS])[place] = value);
        }
        return drawn;
    }

    private static Sample of(Map<Integer, Sample> samples, int conversation) {
        return samples.computeIfAbsent(conversation, key -> new Sample(new ArrayList<>(), new ArrayList<>()));
    }

    private static Interval interval(double value, double[] drawn) {
        double[] sorted =
                Arrays.stream(drawn).filter(one -> !Double.isNaN(one)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        int low = (int) (TAIL * sorted.length);
        return new Interval(value, sorted[low], sorted[sorted.length - 1 - low]);
    }
}
