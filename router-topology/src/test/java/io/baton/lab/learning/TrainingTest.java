// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.modelfile.Card;
import io.baton.modelfile.ModelFile;
import io.baton.modelfile.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    @TempDir
    private Path dir;

    private final MadeUp train = new MadeUp(60, 1);

    @Test
    void whatWasLearnedHoldsOnOtherConversations() throws Exception {
        StoredModel stored = learn(train.labels(), 1);

        MadeUp others = new MadeUp(40, 2);
        Conversations recorded = Conversations.read(List.of(others.writeEvents(dir.resolve("others.jsonl"))));
        Labels labels = Labels.read(List.of(others.writeLabels(dir.resolve("others.labels.jsonl"))), "mood", recorded);
        Evaluation evaluation = Evaluation.of(recorded, labels, stored, 1);

        assertThat(evaluation.figures().get("macro F1").value()).isBetween(0.8, 1.0);
        assertThat(evaluation.figures().get("AUC of class 0").value()).isGreaterThan(0.9);
        assertThat(evaluation.figures().get("calibration error").value()).isLessThan(0.15);
        assertThat(evaluation.figures().values())
                .allSatisfy(figure -> assertThat(figure.value()).isBetween(figure.low() - 1e-9, figure.high() + 1e-9));
        assertThat(evaluation.labels()).isEqualTo(others.labels().size());
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        assertThat(ModelFile.bytes(learn(train.labels(), 5))).isEqualTo(ModelFile.bytes(learn(train.labels(), 5)));
    }

    @Test
    void theCardSaysWhatItWasLearnedFrom() throws Exception {
        Card card = learn(train.labels(), 7).card();

        assertThat(card.label()).isEqualTo("mood");
        assertThat(card.conversations()).isEqualTo(60);
        assertThat(card.labels().keySet()).containsExactly(0, 1, 2);
        assertThat(card.labels().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(train.labels().size());
        assertThat(card.ofClosings()).isEqualTo(60);
        assertThat(card.settings()).containsEntry("seed", 7.0);
        assertThat(card.crossValidation()).containsKeys("macro F1", "AUC of class 0", "on-time recall");
        assertThat(card.newestEvent()).startsWith("2026-02-");
    }

    @Test
    void aClassWithFewerThanTenLabelsIsRefused() {
        List<String> few = Stream.concat(
                        train.labels().stream().filter(line -> !line.contains("\"mood\":0")),
                        train.labels().stream()
                                .filter(line -> line.contains("\"mood\":0"))
                                .limit(9))
                .toList();

        assertThatThrownBy(() -> learn(few, 1))
                .isInstanceOf(Training.TooFewLabelsException.class)
                .hasMessageContaining("class 0 of label mood has 9 labels")
                .hasMessageContaining("at least 10");
    }

    @Test
    void oneClassAloneAndNoLabelAtAllAreRefused() {
        List<String> alike = train.labels().stream()
                .filter(line -> line.contains("\"mood\":1"))
                .toList();

        assertThatThrownBy(() -> learn(alike, 1)).hasMessageContaining("one class only");
        assertThatThrownBy(() -> learn(List.of(), 1)).hasMessageContaining("no usable label of name mood");
    }

    @Test
    void labelsOfEndsAloneAreEnough() throws Exception {
        List<String> ends = new MadeUp(60, 1)
                .labels().stream().filter(line -> ends().contains(id(line))).toList();

        StoredModel stored = learn(ends, 1);

        assertThat(stored.card().spread()).isTrue();
        assertThat(stored.card().ofClosings()).isEqualTo(60);
    }

    @Test
    void labelsThatCannotBeUsedAreCountedAndNamed() throws IOException {
        Conversations recorded = Conversations.read(List.of(train.writeEvents(dir.resolve("e.jsonl"))));
        Path file = Files.write(
                dir.resolve("l.jsonl"),
                List.of(
                        "{\"source\":\"made-up\",\"id\":\"nowhere\",\"mood\":1}",
                        "{\"source\":\"elsewhere\",\"id\":\"c-0-2\",\"mood\":1}",
                        "{\"source\":\"made-up\",\"id\":\"c-0-1\",\"mood\":1}",
                        "{\"source\":\"made-up\",\"id\":\"c-0-2\",\"mood\":1.5}",
                        "{\"source\":\"made-up\",\"id\":\"c-0-2\",\"temper\":1}",
                        "no json",
                        "{\"source\":\"made-up\",\"id\":\"c-0-2\",\"mood\":2}"));

        Labels labels = Labels.read(List.of(file), "mood", recorded);

        assertThat(labels.values()).containsExactly(java.util.Map.entry(new EventKey("made-up", "c-0-2"), 2));
        assertThat(labels.unknown().first()).containsExactly("made-up/nowhere", "elsewhere/c-0-2");
        assertThat(labels.unsuited().first()).containsExactly("made-up/c-0-1");
        assertThat(labels.unreadable().count()).isEqualTo(3);
        assertThat(labels.complete()).isFalse();
    }

    private StoredModel learn(List<String> labels, long seed) throws IOException, Training.TooFewLabelsException {
        Conversations recorded = Conversations.read(List.of(train.writeEvents(dir.resolve("events.jsonl"))));
        Path file = Files.write(dir.resolve("labels.jsonl"), labels);
        return Training.learn(recorded, Labels.read(List.of(file), "mood", recorded), "mood", seed, step -> {});
    }

    private List<String> ends() {
        return train.events().stream()
                .filter(line -> line.contains("conversation.closed"))
                .map(TrainingTest::id)
                .toList();
    }

    private static String id(String line) {
        int from = line.indexOf("\"id\":\"") + 6;
        return line.substring(from, line.indexOf('"', from));
    }
}
