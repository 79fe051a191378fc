// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import io.baton.lab.replay.Order;
import io.baton.lab.replay.Replay;
import io.baton.names.Topics;
import io.baton.runtime.ChosenPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays one conversation of a recording, with all that the recording knows of its customer and of incidents, and tells it.
 */
public final class Explanation {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long time runs on after the last event, so that timers of the conversation have their say. */
    private static final Duration SETTLE = Duration.ofMinutes(15);

    private Explanation() {}

    /** Ids of the conversations of a recording, sorted. */
    public static Set<String> conversations(Recording recording) {
        return recording.lines().stream()
                .filter(line -> line.type().startsWith("conversation.")
                        && !line.subject().isEmpty())
                .map(RecordedLine::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The conversation as lines for a terminal.
     *
     * @param conversation an id of {@link #conversations}
     * @param width columns of the terminal, at least 60
     * @throws IOException when the recording cannot be copied or the output not be read
     */
    public static List<String> of(Recording recording, String conversation, ChosenPolicy policy, int width)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("baton-explain");
        try {
            List<RecordedLine> lines = about(recording, conversation);
            Path events = folder.resolve("events.jsonl");
            write(lines, events);
            Path out = Files.createDirectory(folder.resolve("out"));
            new Replay(new Order(List.of(events), out, SETTLE, policy, true), (done, all) -> {}).run();
            List<JsonNode> decisions = decisions(out, conversation);
            return new Telling(conversation, policy.ruleset(), width).tell(parsed(lines), decisions);
        } finally {
            delete(folder);
        }
    }

    /** The conversation, what else is known of its customers, and what concerns everybody. */
    private static List<RecordedLine> about(Recording recording, String conversation) {
        Set<String> customers = recording.lines().stream()
                .filter(line ->
                        line.subject().equals(conversation) && line.type().startsWith("conversation."))
                .map(RecordedLine::customer)
                .collect(Collectors.toSet());
        return recording.lines().stream()
                .filter(line -> customers.contains(line.customer())
                        || line.type().startsWith("incident.")
                        || line.type().startsWith("agents."))
                .toList();
    }

    private static void write(List<RecordedLine> lines, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (RecordedLine line : lines) {
                out.write(line.bytes());
                out.write('\n');
            }
        }
    }

    private static List<JsonNode> parsed(List<RecordedLine> lines) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (RecordedLine line : lines) {
            if (line.dated()) {
                events.add(JSON.readTree(line.bytes()));
            }
        }
        return events;
    }

    private static List<JsonNode> decisions(Path out, String conversation) throws IOException {
        Path file = out.resolve(new Topics(Topics.DEFAULT_PREFIX).decisions() + ".jsonl");
        List<JsonNode> decisions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode value = JSON.readTree(line).path("value");
            if (value.path("conversationId").asText().equals(conversation)) {
                decisions.add(value);
            }
        }
        return decisions;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
