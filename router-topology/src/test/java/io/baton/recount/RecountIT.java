// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.recount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.lab.replay.Order;
import io.baton.lab.replay.Replay;
import io.baton.runtime.ChosenPolicy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the demo's conversations, replayed over a real broker, against a count in another language. */
class RecountIT {

    private static final Duration SETTLE = Duration.ofDays(8);

    @TempDir
    private Path folder;

    @Test
    void everyFigureOfEveryRowIsWhatAnotherLanguageCounts() throws Exception {
        List<String> lines = new ArrayList<>(demo());
        Random random = new Random(11);
        for (int again = 0; again < 60; again++) {
            lines.add(lines.get(random.nextInt(lines.size())));
        }
        Collections.shuffle(lines, random);
        Path events = Files.write(folder.resolve("events.jsonl"), lines);
        Path out = Files.createDirectories(folder.resolve("out"));

        new Replay(
                        new Order(List.of(events), out, SETTLE, ChosenPolicy.of(Optional.empty()), false),
                        (done, total) -> {})
                .run();

        PythonRecount.Answer answer = PythonRecount.of(events, out, SETTLE);
        assertThat(answer.text()).contains(" 0 differ");
        assertThat(answer.equal()).isTrue();

        Path human = out.resolve("triage.metrics.human.jsonl");
        Files.writeString(human, Files.readString(human).replace("\"numerator\":2.0", "\"numerator\":3.0"));
        assertThat(PythonRecount.of(events, out, SETTLE).text())
                .as("and it would have seen")
                .contains("DIFFERS resolved");
    }

    private static List<String> demo() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(RecountIT.class.getResourceAsStream("/demo/conversations.jsonl"))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
