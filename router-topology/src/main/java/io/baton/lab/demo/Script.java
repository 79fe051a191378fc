// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import io.baton.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled conversations, moved in time so that they begin when the demo does. Dates that matter to the rules, such as that of
 * a renewal, move along.
 */
final class Script {

    private static final List<String> FILES =
            List.of("conversations", "profiles", "signals", "incidents", "availability");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private final Recording recording;

    private Script(Recording recording) {
        this.recording = recording;
    }

    /** One event to publish. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Act(long at, String type, byte[] event) {}

    static Script bundled() {
        List<RecordedLine> lines = new ArrayList<>();
        for (String file : FILES) {
            String resource = "/demo/" + file + ".jsonl";
            try (InputStream in = Script.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not in the jar");
                }
                lines.addAll(Recording.read(in, resource));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Script(Recording.of(lines));
    }

    int conversations() {
        return recording.conversations();
    }

    /** The events in order, the first at the given time. */
    List<Act> from(long begin) {
        long shift = begin - recording.start();
        return recording.lines().stream().map(line -> act(line, shift)).toList();
    }

    private static Act act(RecordedLine line, long shift) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(line.bytes());
            event.put("time", Json.time(line.at() + shift));
            if (event.path("data") instanceof ObjectNode data) {
                moment(data, "since", shift);
                day(data, "renewalOn", shift);
                day(data, "customerSince", shift);
            }
            return new Act(line.at() + shift, line.type(), event.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void moment(ObjectNode data, String field, long shift) {
        JsonNode value = data.path(field);
        if (value.isTextual()) {
            data.put(field, Json.time(Instant.parse(value.textValue()).toEpochMilli() + shift));
        }
    }

    private static void day(ObjectNode data, String field, long shift) {
        JsonNode value = data.path(field);
        if (value.isTextual()) {
            data.put(
                    field,
                    LocalDate.parse(value.textValue())
                            .plusDays(Math.floorDiv(shift, DAY_MS))
                            .toString());
        }
    }
}
