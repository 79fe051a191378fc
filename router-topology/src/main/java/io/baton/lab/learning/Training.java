// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.modelfile.Card;
import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Encoder;
import io.baton.policyfile.ShippedWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a recording and its labels to a model that can be stored. */
public final class Training {

    /** There is too little to learn from; the message says of what. */
    public static final class TooFewLabelsException extends Exception {

        private static final long serialVersionUID = 1L;

        TooFewLabelsException(String message) {
            super(message);
        }
    }

    private Training() {}

    /** Learns a model without a second tier; see the other method. */
    public static StoredModel learn(
            Conversations recorded, Labels labels, String name, long seed, Consumer<String> progress)
            throws TooFewLabelsException {
        return learn(recorded, labels, name, seed, null, progress);
    }

    /**
     * Learns. The same input, name and seed give the same model, bit for bit.
     *
     * @param name of the label
     * @param encoder what a second tier hears with; null = there is to be none
     * @param progress is told what is being done
     */
    public static StoredModel learn(
            Conversations recorded,
            Labels labels,
            String name,
            long seed,
            @Nullable Encoder encoder,
            Consumer<String> progress)
            throws TooFewLabelsException {
        Map<Integer, Integer> counts = new TreeMap<>();
        labels.values().values().forEach(label -> counts.merge(label, 1, Integer::sum));
        require(counts, name);
        int[] classes = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        Lessons lessons = Lessons.of(recorded, labels.values(), classes);
        int ofClosings = lessons.labelled(true).size();
        boolean spread = !lessons.messagesSuffice(Learning.FEWEST);
        Lessons used = spread ? lessons.spread() : lessons;
        Meanings meanings = null;
        if (encoder != null) {
            progress.accept("encoding what was said");
            meanings = Meanings.of(recorded, used.labelled(false), encoder);
        }
        Learning.Learned learned = Learning.learn(used, seed, meanings, progress);
        Card card = new Card(
                name,
                recorded.newest() == 0
                        ? ""
                        : Instant.ofEpochMilli(recorded.newest()).toString(),
                lessons.conversations(),
                counts,
                ofClosings,
                spread,
                settings(seed, learned),
                figures(learned));
        return new StoredModel(card, learned.alert(), learned.model(), ShippedWords.hashes(), learned.second());
    }

    private static void require(Map<Integer, Integer> counts, String name) throws TooFewLabelsException {
        if (counts.isEmpty()) {
            throw new TooFewLabelsException("no usable label of name " + name + ": nothing to learn from");
        }
        if (counts.size() < 2) {
            throw new TooFewLabelsException(
                    "label " + name + " has one class only, " + counts.keySet() + ": at least two are needed");
        }
        if (counts.size() > io.baton.policy.learning.Course.MOST_CLASSES) {
            throw new TooFewLabelsException("label " + name + " has " + counts.size() + " classes; at most "
                    + io.baton.policy.learning.Course.MOST_CLASSES + " can be learned");
        }
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getValue() < Learning.FEWEST) {
                throw new TooFewLabelsException("class " + entry.getKey() + " of label " + name + " has "
                        + entry.getValue() + " labels; at least " + Learning.FEWEST + " a class are needed");
            }
        }
    }

    private static Map<String, Double> settings(long seed, Learning.Learned learned) {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("seed", (double) seed);
        settings.put("folds", (double) CrossValidation.FOLDS);
        settings.put("fewest examples of a word", (double) Vocabulary.SEEN);
        settings.put(
                "first message that counts for alerts", (double) learned.alert().from());
        settings.put("penalty of numbers", learned.penalty().dense());
        settings.put("penalty of words", learned.penalty().hashed());
        settings.put("penalty across the order of classes", learned.penalty().across());
        return settings;
    }

    private static Map<String, Double> figures(Learning.Learned learned) {
        Map<String, Double> figures = new TreeMap<>(learned.figures());
        figures.put("on-time recall", learned.onTime().recall());
        figures.put("false escalations", learned.onTime().falseShare());
        figures.values().removeIf(value -> value.isNaN());
        figures.replaceAll((name, value) -> Rounding.number(value));
        return figures;
    }
}
