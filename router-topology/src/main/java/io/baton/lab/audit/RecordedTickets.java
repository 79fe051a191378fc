// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations of recorded events as tickets: from their first event to their resolution. */
final class RecordedTickets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS_A_MINUTE = 60_000;

    private long start = Long.MAX_VALUE;
    private long end;
    private @Nullable String category;
    private @Nullable String solution;
    private boolean human;

    private RecordedTickets() {}

    static List<Ticket> read(List<Path> files) throws IOException {
        Map<String, RecordedTickets> conversations = new LinkedHashMap<>();
        for (RecordedLine line : Recording.read(files).lines()) {
            if (line.dated() && line.type().startsWith("conversation.")) {
                JsonNode event = JSON.readTree(line.bytes());
                conversations
                        .computeIfAbsent(event.path("subject").asText(), id -> new RecordedTickets())
                        .take(line, event.path("data"));
            }
        }
        List<Ticket> tickets = new ArrayList<>();
        conversations.values().forEach(conversation -> tickets.add(conversation.ticket()));
        return tickets;
    }

    private void take(RecordedLine line, JsonNode data) {
        start = Math.min(start, line.at());
        category = text(data, "category", category);
        human |= line.type().startsWith("conversation.agent-");
        if (line.type().equals("conversation.assistant-reply")) {
            solution = text(data, "action", solution);
        } else if (line.type().equals("conversation.resolved")) {
            solution = text(data, "resolution", solution);
            human |= data.path("by").asText().equals("agent");
            end = line.at();
        } else if (line.type().equals("conversation.closed") && end == 0) {
            end = line.at();
        }
    }

    private static @Nullable String text(JsonNode data, String field, @Nullable String otherwise) {
        JsonNode found = data.path(field);
        return found.isTextual() ? found.asText() : otherwise;
    }

    private Ticket ticket() {
        Double minutes = end == 0 ? null : Math.max(0, end - start) / MILLIS_A_MINUTE;
        return new Ticket(
                category == null ? "unclassified" : category, Instant.ofEpochMilli(start), minutes, solution, human);
    }
}
