// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.policyfile.DefaultPolicy;
import io.baton.runtime.ChosenPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Path SHARED = Path.of("../../shared/data");

    @TempDir
    private Path dir;

    private static String event(int second, String type, String conversation, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + conversation + "-" + second
                + "\",\"source\":\"webchat\",\"type\":\""
                + type + "\",\"subject\":\"" + conversation + "\",\"time\":\"" + NINE.plusSeconds(second)
                + "\",\"partitionkey\":\"cust-" + conversation + "\",\"data\":" + data + "}";
    }

    /** One that asks for a person, one that is solved, one that is left hanging. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String asks = "asks-" + i;
            lines.add(event(i, "conversation.started", asks, "{\"channel\":\"chat\",\"category\":\"how-to\"}"));
            lines.add(event(i + 5, "conversation.customer-message", asks, "{\"text\":\"how do I export?\"}"));
            lines.add(
                    event(i + 9, "conversation.assistant-reply", asks, "{\"text\":\"Like so.\",\"confidence\":0.97}"));
            lines.add(event(i + 30, "conversation.customer-message", asks, "{\"text\":\"I want to talk to a human\"}"));
            String solved = "solved-" + i;
            lines.add(event(i, "conversation.started", solved, "{\"channel\":\"chat\",\"category\":\"how-to\"}"));
            lines.add(event(i + 3, "conversation.customer-message", solved, "{\"text\":\"where is the calendar?\"}"));
            lines.add(event(
                    i + 6, "conversation.assistant-reply", solved, "{\"text\":\"Top left.\",\"confidence\":0.99}"));
            lines.add(event(i + 20, "conversation.resolved", solved, "{\"by\":\"assistant\"}"));
            String hangs = "hangs-" + i;
            lines.add(event(i, "conversation.started", hangs, "{\"channel\":\"chat\"}"));
            lines.add(event(i + 2, "conversation.customer-message", hangs, "{\"text\":\"is anybody there\"}"));
        }
        return lines;
    }

    private Report replay(String name, boolean allDecisions, Path... files) throws Exception {
        Path out = Files.createDirectories(dir.resolve(name));
        Order order =
                new Order(List.of(files), out, Duration.ofMinutes(15), ChosenPolicy.of(Optional.empty()), allDecisions);
        return new Replay(order, (done, total) -> {}).run();
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(dir.resolve(name), lines);
    }

    private static Map<String, String> contents(Path out, String... but) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
        }
        contents.keySet().removeAll(List.of(but));
        return contents;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    /** The demo's surveys, corrections and reviews, under the default policy with the shipped text model that learns. */
    @Test
    @Tag("L05")
    @Tag("L11")
    void labelsLeadToTheSameVersionAndProposalHoweverTheyCome() throws Exception {
        Path demo = Path.of("src/main/resources/demo/conversations.jsonl");
        List<String> mixed = new ArrayList<>(Files.readAllLines(demo));
        Collections.shuffle(mixed, new Random(12));
        String learning = "textModel:\n  use: shipped\n  learning: {mode: propose, every: 1m, atLeast: 20}\n";
        Path policy = Files.writeString(
                dir.resolve("learning.yaml"), DefaultPolicy.document().replace("textModel:\n  use: words\n", learning));
        ChosenPolicy chosen = ChosenPolicy.of(Optional.of(policy));

        replay("learned", chosen, demo);
        replay("mixed", chosen, file("mixed.jsonl", mixed));

        assertThat(contents(dir.resolve("mixed"))).isEqualTo(contents(dir.resolve("learned")));
        List<JsonNode> versions = read(dir.resolve("learned").resolve("triage.text.models.jsonl"));
        List<JsonNode> proposals = read(dir.resolve("learned").resolve("triage.policy.proposals.jsonl"));
        assertThat(versions).hasSize(1);
        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).at("/value/to").asText())
                .isEqualTo("textModel.version: "
                        + versions.get(0).at("/value/version").asText());
    }

    /** Neither of the two partitions sees as many as the default policy asks for; both together do. */
    @Test
    @Tag("C01")
    @Tag("C06")
    void aRushOverSeveralPartitionsIsSeenByAllOfThem() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            lines.add(begins("usual-" + minute, minute * 60, "how-to"));
        }
        for (int i = 0; i < 50; i++) {
            lines.add(begins("rush-" + i, 1800 + i, "sync-error"));
        }
        for (int i = 0; i < 10; i++) {
            lines.add(begins("later-" + i, 1920 + i, "sync-error"));
            lines.add(begins("other-" + i, 1920 + i, "how-to"));
            lines.add(begins("calm-" + i, 4500 + i, "sync-error"));
        }
        List<String> mixed = new ArrayList<>(lines);
        Collections.shuffle(mixed, new Random(5));

        replay("rush", false, file("rush.jsonl", lines));
        replay("mixed-rush", false, file("mixed-rush.jsonl", mixed));

        Map<String, List<String>> commands = new TreeMap<>();
        for (JsonNode line : read(dir.resolve("rush").resolve("triage.assistant.commands.jsonl"))) {
            commands.computeIfAbsent(line.at("/value/conversationId").asText(), id -> new ArrayList<>())
                    .add(line.at("/value/command").asText());
        }
        assertThat(partitions("rush-", 50)).as("rush by partition").allMatch(count -> count > 0 && count < 40);
        assertThat(partitions("later-", 10)).allMatch(count -> count > 0);
        for (int i = 0; i < 10; i++) {
            assertThat(commands.get("later-" + i)).startsWith("STATUS_MODE").endsWith("RESUME");
            assertThat(commands).doesNotContainKeys("other-" + i, "calm-" + i);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(commands.get("rush-" + i)).as("who was there already").startsWith("STATUS_MODE");
        }
        assertThat(contents(dir.resolve("mixed-rush"))).isEqualTo(contents(dir.resolve("rush")));
    }

    private static String begins(String conversation, int second, String category) {
        String data = "{\"channel\":\"email\",\"category\":\"" + category + "\"}";
        return event(second, "conversation.started", conversation, data);
    }

    /** How many customers each of two partitions has. */
    private static List<Integer> partitions(String prefix, int count) {
        int[] counts = new int[2];
        for (int i = 0; i < count; i++) {
            byte[] key = ("cust-" + prefix + i).getBytes(UTF_8);
            counts[Utils.toPositive(Utils.murmur2(key)) % 2]++;
        }
        return List.of(counts[0], counts[1]);
    }

    private void replay(String name, ChosenPolicy policy, Path file) throws Exception {
        Path out = Files.createDirectories(dir.resolve(name));
        new Replay(new Order(List.of(file), out, Duration.ofMinutes(15), policy, false), (done, total) -> {}).run();
    }

    @Test
    @Tag("T07")
    void sameLinesGiveSameBytesHoweverTheyCome() throws Exception {
        List<String> lines = lines();
        List<String> mixed = new ArrayList<>(lines);
        mixed.addAll(lines.subList(5, 25));
        Collections.shuffle(mixed, new Random(11));

        Report first = replay("first", false, file("all.jsonl", lines));
        replay("again", false, dir.resolve("all.jsonl"));
        replay("mixed", false, file("a.jsonl", mixed.subList(0, 40)), file("b.jsonl", mixed.subList(40, mixed.size())));

        assertThat(contents(dir.resolve("again"))).isEqualTo(contents(dir.resolve("first")));
        assertThat(contents(dir.resolve("mixed"))).isEqualTo(contents(dir.resolve("first")));
        assertThat(first.refused()).isEmpty();
        assertThat(first.recording().conversations()).isEqualTo(24);
        List<JsonNode> packets = new ArrayList<>();
        for (String queue : List.of("standard", "high-touch", "crisis")) {
            packets.addAll(read(dir.resolve("first").resolve("triage.escalations." + queue + ".jsonl")));
        }
        assertThat(packets)
                .filteredOn(
                        packet -> packet.at("/value/conversationId").asText().startsWith("asks-"))
                .hasSize(8)
                .allSatisfy(packet -> {
                    assertThat(packet.path("key").asText()).startsWith("cust-asks-");
                    assertThat(packet.at("/value/reasons")).isNotEmpty();
                    assertThat(packet.at("/value/transcript")).hasSize(3);
                });
    }

    @Test
    void aLineThatIsNoEventIsNamedKeptAndStopsNothing() throws Exception {
        List<String> lines = new ArrayList<>(lines());
        lines.add(2, "{\"specversion\":\"1.0\", broken");
        lines.add(7, event(3, "conversation.no-such-type", "asks-1", "{}"));
        lines.add(9, event(3, "incident.opened", "inc-1", "{\"kind\":\"outage\",\"share\":7}"));
        Path file = file("bad.jsonl", lines);

        Report report = replay("out", false, file);
        replay("again", false, file);

        assertThat(report.refused()).hasSize(3);
        assertThat(report.refused().get(0)).startsWith(file + ":3: malformed-json");
        assertThat(report.refused().get(1)).startsWith(file + ":8: unknown-type");
        assertThat(report.refused().get(2)).startsWith(file + ":10: value-out-of-range");
        List<JsonNode> letters = read(dir.resolve("out").resolve("triage.dead-letters.jsonl"));
        assertThat(letters)
                .hasSize(3)
                .allSatisfy(letter ->
                        assertThat(letter.at("/headers/baton.reason").asText()).isNotBlank());
        assertThat(letters).extracting(letter -> letter.path("value").asText()).contains(lines.get(2));
        assertThat(contents(dir.resolve("again"))).isEqualTo(contents(dir.resolve("out")));
        assertThat(report.tally().escalations()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void everyOutputTopicHasItsFileEvenWhereNothingHappened() throws Exception {
        Report report = replay("out", true, file("empty.jsonl", List.of()));

        assertThat(report.refused()).isEmpty();
        assertThat(contents(dir.resolve("out")))
                .containsKeys("triage.conversation.decisions.jsonl", "triage.dead-letters.jsonl", "triage.alerts.jsonl")
                .allSatisfy((name, text) -> assertThat(text).isEmpty());
    }

    @Test
    void allDecisionsHoldEachNoAsWell() throws Exception {
        Path file = file("all.jsonl", lines());

        replay("changes", false, file);
        replay("all", true, file);

        int changes = read(dir.resolve("changes").resolve("triage.conversation.decisions.jsonl"))
                .size();
        int all = read(dir.resolve("all").resolve("triage.conversation.decisions.jsonl"))
                .size();
        assertThat(all).isGreaterThan(changes);
    }

    @Test
    void recordedServiceDialoguesAreReplayedWithoutALoss() throws Exception {
        Path file = SHARED.resolve("uss-mwoz.valid.events.jsonl.gz");
        assumeTrue(
                Files.exists(file),
                "skipped: no evaluation data at " + SHARED.toAbsolutePath().normalize());

        Report report = replay("mwoz", false, file);

        assertThat(report.refused()).isEmpty();
        assertThat(report.recording().conversations()).isEqualTo(100);
        assertThat(read(dir.resolve("mwoz").resolve("triage.conversation.outcomes.jsonl")))
                .extracting(outcome -> outcome.at("/value/conversationId").asText())
                .hasSizeGreaterThanOrEqualTo(100);
    }
}
