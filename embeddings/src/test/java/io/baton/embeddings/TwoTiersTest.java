// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.lab.learning.Conversations;
import io.baton.lab.learning.Evaluation;
import io.baton.lab.learning.Labels;
import io.baton.lab.learning.ScoreFile;
import io.baton.lab.learning.Training;
import io.baton.modelfile.ModelFile;
import io.baton.modelfile.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning and scoring with both tiers and the real encoder, from files to files. */
class TwoTiersTest {

    private static final String[][] SAID = {
        {"This went wrong again", "I have waited for weeks", "Nobody has helped me so far"},
        {"What does it cost?", "Does it come in blue?", "When are you open?"},
        {"That solved it, thank you", "Great, that is what I needed", "Perfect, works now"}
    };

    @TempDir
    private static Path dir;

    private static List<String> events;
    private static Conversations recorded;
    private static Labels labels;
    private static StoredModel learned;

    @BeforeAll
    static void learn() throws Exception {
        Random random = new Random(1);
        events = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String conversation = "c-" + i / 3;
            int mood = random.nextInt(3);
            // One in five says something else than it means: else the first tier would be sure of everything.
            int said = random.nextInt(5) == 0 ? random.nextInt(3) : mood;
            events.add(event("r-" + i, "assistant-reply", conversation, "How can I help you?"));
            events.add(event("m-" + i, "customer-message", conversation, SAID[said][random.nextInt(3)]));
            told.add("{\"source\":\"made-up\",\"id\":\"m-" + i + "\",\"mood\":" + mood + "}");
        }
        Path labelled = Files.write(dir.resolve("labels.jsonl"), told);
        recorded = Conversations.read(List.of(Files.write(dir.resolve("events.jsonl"), events)));
        labels = Labels.read(List.of(labelled), "mood", recorded);
        learned = Training.learn(recorded, labels, "mood", 1, new MiniLm(), step -> {});
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        StoredModel again = Training.learn(recorded, labels, "mood", 1, new MiniLm(), step -> {});

        assertThat(ModelFile.bytes(again)).isEqualTo(ModelFile.bytes(learned));
        assertThat(learned.card().crossValidation()).containsKeys("macro F1", "macro F1 without embeddings");
    }

    @Test
    void aFileHoldsBothTiersAndScoresAsTheModelDid() throws Exception {
        StoredModel read = ModelFile.read(ModelFile.bytes(learned), "m.json");

        assertThat(scores(recorded, read)).isEqualTo(scores(recorded, learned));
        assertThat(Evaluation.of(recorded, labels, read, 1).labels()).isEqualTo(120);
    }

    @Test
    void someScoresAreThoseOfTheSecondTierAndTheOthersAreNot() throws Exception {
        StoredModel alone = Training.learn(recorded, labels, "mood", 1, step -> {});

        List<String> both = scores(recorded, learned);
        List<String> first = scores(recorded, alone);

        long changed = java.util.stream.IntStream.range(0, both.size())
                .filter(i -> !both.get(i).equals(first.get(i)))
                .count();
        assertThat(changed).isBetween(1L, both.size() / 2L);
    }

    @Test
    void aScoreKnowsNothingLater() throws Exception {
        List<String> all = scores(recorded, learned);
        Path file = Files.write(dir.resolve("beginning.jsonl"), events.subList(0, 61));

        List<String> beginning = scores(Conversations.read(List.of(file)), learned);

        assertThat(beginning).isNotEmpty();
        assertThat(all).startsWith(beginning.toArray(String[]::new));
    }

    private static List<String> scores(Conversations said, StoredModel model) throws IOException {
        Path out = dir.resolve("scores.jsonl");
        ScoreFile.write(said, model, out);
        return Files.readAllLines(out);
    }

    private static String event(String id, String type, String conversation, String text) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"made-up\",\"type\":\"conversation.%s\",\"subject\":\"%s\",\"data\":{\"text\":\"%s\"}}"
                .formatted(id, type, conversation, text);
    }
}
