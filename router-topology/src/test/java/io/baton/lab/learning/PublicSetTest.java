// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baton.modelfile.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a public labelled set, where a copy of it lies beside the repository; nothing of it belongs into the repository. */
class PublicSetTest {

    private static final Path SETS = Path.of("..", "..", "shared", "data");

    @Test
    void learnedOnTrainingConversationsItIsWorthMoreThanTurnCountsAndLexicons() throws Exception {
        assumeTrue(Files.isDirectory(SETS), "no labelled set at " + SETS);
        Conversations train = aQuarter(Conversations.read(List.of(file("train.events"))));
        StoredModel stored = Training.learn(train, labels("train", train), "satisfaction", 1, step -> {});
        Conversations valid = Conversations.read(List.of(file("valid.events")));

        Evaluation evaluation = Evaluation.of(valid, labels("valid", valid), stored, 1);

        // Published on the test part of this set: 33.7 for counting turns, 40.7 for VADER, 45.9 for BERT.
        assertThat(evaluation.figures().get("macro F1").value()).isGreaterThan(0.44);
        assertThat(evaluation.figures().get("calibration error").value()).isLessThan(0.08);
    }

    private static Labels labels(String part, Conversations recorded) throws IOException {
        return Labels.read(List.of(file(part + ".labels")), "satisfaction", recorded);
    }

    /** Enough to be sure that it learns, and done in seconds. */
    private static Conversations aQuarter(Conversations all) {
        List<Said> said = all.said().stream()
                .filter(one -> one.conversation().hashCode() % 4 == 0)
                .toList();
        return new Conversations(said, all.unreadable(), all.newest());
    }

    private static Path file(String part) {
        return SETS.resolve("uss-mwoz." + part + ".jsonl.gz");
    }
}
