// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir
    private Path dir;

    private static String event(String id, String type, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"s\",\"type\":\"" + type
                + "\",\"subject\":\"c-1\",\"time\":\"" + time + "\",\"data\":{\"id\":\"inner\",\"time\":\"never\"}}";
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), Arrays.asList(lines));
    }

    private static List<String> texts(Recording recording) {
        return recording.lines().stream()
                .map(line -> new String(line.bytes(), UTF_8))
                .toList();
    }

    @Test
    void linesAreOrderedByWhatTheySayHoweverTheyStand() throws IOException {
        List<String> inOrder = List.of(
                event("e-1", "conversation.started", "2026-03-01T09:00:00Z"),
                event("e-2", "customer.profile-updated", "2026-03-01T09:00:00Z"),
                event("e-9", "conversation.customer-message", "2026-03-01T09:00:00Z"),
                event("e-10", "conversation.customer-message", "2026-03-01T09:00:00Z"),
                event("e-3", "conversation.assistant-reply", "2026-03-01T09:00:00Z"),
                event("e-4", "conversation.closed", "2026-03-01T10:00:00+01:00"),
                event("e-5", "conversation.customer-message", "2026-03-01 09:00:00.001Z"));
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(7));

        Recording one = Recording.read(List.of(file("all.jsonl", shuffled.toArray(new String[0]))));
        Recording two = Recording.read(List.of(
                file("a.jsonl", shuffled.subList(0, 3).toArray(new String[0])),
                file("b.jsonl", shuffled.subList(3, 7).toArray(new String[0]))));

        assertThat(texts(one)).isEqualTo(inOrder);
        assertThat(texts(two)).isEqualTo(inOrder);
        assertThat(one.conversations()).isEqualTo(1);
        assertThat(one.end() - one.start()).isEqualTo(1);
    }

    @Test
    void whatSaysNoTimeGoesFirstAndKeepsItsPlaceInTheFile() throws IOException {
        Recording recording = Recording.read(List.of(file(
                "x.jsonl",
                "\ufeff" + event("e-1", "conversation.started", "2026-03-01T09:00:00Z"),
                "",
                "{broken",
                event("e-2", "conversation.started", "yesterday"))));

        assertThat(recording.lines().stream().map(RecordedLine::place))
                .containsExactly(
                        dir.resolve("x.jsonl") + ":4", dir.resolve("x.jsonl") + ":3", dir.resolve("x.jsonl") + ":1");
        assertThat(recording.lines().stream().map(RecordedLine::dated)).containsExactly(false, false, true);
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, 1, '\r', '\n', (byte) 0xfe};
        Files.write(dir.resolve("x.jsonl"), bytes);

        Recording recording = Recording.read(List.of(dir.resolve("x.jsonl")));

        assertThat(recording.lines().stream().map(RecordedLine::bytes))
                .containsExactly(new byte[] {(byte) 0xfe}, new byte[] {(byte) 0xff, 0, 1});
    }

    @Test
    void zippedFilesAreReadAndDamagedOnesNamed() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((event("e-1", "conversation.started", "2026-03-01T09:00:00Z") + "\n").getBytes(UTF_8));
        }
        Path whole = Files.write(dir.resolve("x.jsonl.gz"), zipped.toByteArray());
        Path damaged = Files.write(dir.resolve("y.jsonl.gz"), Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12));

        assertThat(Recording.read(List.of(whole)).lines()).hasSize(1);
        assertThatThrownBy(() -> Recording.read(List.of(damaged)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("y.jsonl.gz: damaged gzip file");
    }

    @Test
    void anEmptyFileIsAnEmptyRecording() throws IOException {
        Recording recording = Recording.read(List.of(file("x.jsonl")));

        assertThat(recording.lines()).isEmpty();
        assertThat(recording.end()).isZero();
    }
}
