// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baton.modelfile.ModelFile;
import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Course;
import io.baton.policy.learning.Scorer;
import io.baton.policyfile.ShippedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that ships: how it is made, and whether it tells unhappy customers better than the word lists do. */
class ShippedModelTest {

    private static final Path DEMO = Path.of("src/main/resources/demo/conversations.jsonl");
    private static final Path MADE_UP = Path.of("src/training/conversations.jsonl");
    private static final Path LABELS = Path.of("src/training/labels.jsonl");
    private static final Path SHIPPED = Path.of("src/main/resources/model/shipped.json");
    private static final Path SETS = Path.of("..", "..", "shared", "data");

    @Test
    void whatShipsIsWhatTheCommandMakes() throws Exception {
        Conversations recorded = Conversations.read(List.of(DEMO, MADE_UP));
        StoredModel learned = Training.learn(recorded, labels(LABELS, "mood", recorded), "mood", 1, step -> {});

        assertThat(new String(ModelFile.bytes(learned), java.nio.charset.StandardCharsets.UTF_8))
                .as("learn it again: see src/training/README.md")
                .isEqualTo(Files.readString(SHIPPED));
    }

    /** Learned from the other made-up conversations alone, so that the demo's are new to it. */
    @Test
    void onConversationsThatAreNewToItItTellsUnhappyCustomersBetterThanTheWordLists() throws Exception {
        Conversations madeUp = Conversations.read(List.of(MADE_UP));
        StoredModel learned = Training.learn(madeUp, labels(LABELS, "mood", madeUp), "mood", 1, step -> {});
        Conversations demo = Conversations.read(List.of(DEMO));
        Map<EventKey, Integer> labels = labels(LABELS, "mood", demo).values();

        assertThat(auc(risks(demo, learned), labels)).isGreaterThan(auc(words(demo), labels) + 0.02);
    }

    @ParameterizedTest
    @CsvSource({"sgd", "mwoz"})
    void onPublicSetsItTellsThemBetterToo(String set) throws Exception {
        assumeTrue(Files.isDirectory(SETS), "no labelled set at " + SETS);
        Conversations valid = Conversations.read(List.of(SETS.resolve("uss-" + set + ".valid.events.jsonl.gz")));
        Map<EventKey, Integer> labels = labels(
                        SETS.resolve("uss-" + set + ".valid.labels.jsonl.gz"), "satisfaction", valid)
                .values();

        // When it was made: 0.722 and 0.641 on SGD, 0.628 and 0.579 on MultiWOZ.
        assertThat(auc(risks(valid, ModelFile.read(SHIPPED)), labels)).isGreaterThan(auc(words(valid), labels));
    }

    private static Labels labels(Path file, String name, Conversations recorded) throws IOException {
        return Labels.read(List.of(file), name, recorded);
    }

    private static Map<EventKey, Double> risks(Conversations recorded, StoredModel stored) {
        Scorer scorer = new Scorer(stored.model(), ShippedWords.scorer());
        Map<String, Course> courses = new HashMap<>();
        Map<EventKey, Double> risks = new HashMap<>();
        for (Said said : recorded.said()) {
            Course course = courses.computeIfAbsent(
                    said.conversation(), id -> stored.model().begin());
            if (said.kind() == Said.Kind.CUSTOMER) {
                risks.put(said.key(), scorer.customerSaid(course, said.text()).risk());
            } else if (said.kind() == Said.Kind.REPLY) {
                scorer.replied(course, said.text());
            }
        }
        return risks;
    }

    /** How unpleasant the words of a message are, averaged over the last messages as the router does. */
    private static Map<EventKey, Double> words(Conversations recorded) {
        ToDoubleFunction<String> valence =
                text -> ShippedWords.scorer().score(text).valence();
        Map<String, Double> fast = new HashMap<>();
        Map<EventKey, Double> risks = new HashMap<>();
        for (Said said : recorded.said()) {
            if (said.kind() == Said.Kind.CUSTOMER) {
                double now = fast.merge(
                        said.conversation(), valence.applyAsDouble(said.text()), (old, felt) -> 0.4 * old + 0.6 * felt);
                risks.put(said.key(), -now);
            }
        }
        return risks;
    }

    /** Probability that a message of the lowest class is riskier than one of another. */
    private static double auc(Map<EventKey, Double> risks, Map<EventKey, Integer> labels) {
        List<Double> bad = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        labels.forEach((key, label) -> {
            Double risk = risks.get(key);
            if (risk != null) {
                (label == 0 ? bad : others).add(risk);
            }
        });
        double won = 0;
        for (double risk : bad) {
            for (double other : others) {
                won += risk > other ? 1 : risk == other ? 0.5 : 0;
            }
        }
        return won / bad.size() / others.size();
    }
}
