// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tabletop exercise finds its place in a recording. */
class ExerciseTest {

    private static final String LINE =
            "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"x\",\"time\":\"%s\",\"data\":{}}\n";

    @TempDir
    Path folder;

    @Test
    @Tag("C07")
    void reportsFallWhereTheyAreAskedToAndKeepTheirDistances() throws Exception {
        Recording with = new Exercise(List.of(incident()), Instant.parse("2026-03-02T09:10:00Z")).into(recording());

        assertThat(with.lines())
                .extracting(RecordedLine::at)
                .containsExactly(
                        millis("2026-03-02T09:00:00Z"),
                        millis("2026-03-02T09:10:00Z"),
                        millis("2026-03-02T09:15:00Z"),
                        millis("2026-03-02T10:00:00Z"));
    }

    @Test
    @Tag("C07")
    void reportsOfAnotherDayBeginAQuarterIntoTheRecording() throws Exception {
        Recording with = new Exercise(List.of(incident()), null).into(recording());

        assertThat(with.lines().get(1).type()).isEqualTo("incident.opened");
        assertThat(with.lines().get(1).at()).isEqualTo(millis("2026-03-02T09:15:00Z"));
    }

    @Test
    void withoutReportsTheRecordingIsTheSame() throws Exception {
        Recording recording = recording();

        assertThat(Exercise.NONE.into(recording)).isSameAs(recording);
    }

    private Recording recording() throws Exception {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(
                file,
                LINE.formatted("1", "conversation.started", "2026-03-02T09:00:00Z")
                        + LINE.formatted("2", "conversation.closed", "2026-03-02T10:00:00Z"));
        return Recording.read(List.of(file));
    }

    private Path incident() throws Exception {
        Path file = folder.resolve("incident.jsonl");
        Files.writeString(
                file,
                LINE.formatted("3", "incident.opened", "2025-01-01T00:00:00Z")
                        + LINE.formatted("4", "incident.closed", "2025-01-01T00:05:00Z"));
        return file;
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
