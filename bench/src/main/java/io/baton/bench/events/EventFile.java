// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.event.ConversationEvent;
import io.baton.intake.EventType;
import io.baton.intake.EventTypes;
import io.baton.intake.Subject;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Conversation events of a file, CloudEvents JSON lines, {@code .gz} too, in the order of their time. Events of other topics are
 * left out: the alternatives do not know them.
 */
public final class EventFile implements EventSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> JUDGED = Set.of("sentiment", "intent", "intentConfidence", "confidence");

    private Flavour flavour;
    private final List<RecordedLine> lines;
    private final Set<String> conversations = new HashSet<>();
    private int at;

    private EventFile(Flavour flavour, List<RecordedLine> lines) {
        this.flavour = flavour;
        this.lines = lines;
    }

    /** @throws IOException naming the file, where it cannot be read or holds nothing that could be measured */
    public static EventFile read(Path file, Flavour flavour) throws IOException {
        List<RecordedLine> lines = new ArrayList<>();
        for (RecordedLine line : Recording.read(List.of(file)).lines()) {
            EventType type = EventTypes.of(line.type());
            if (type != null && type.subject() == Subject.CONVERSATION && line.dated()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException(file + ": holds no events of conversations");
        }
        return new EventFile(flavour, lines);
    }

    /** How many events are left. */
    @Override
    public long left() {
        return (long) lines.size() - at;
    }

    @Override
    public void judgedBy(Flavour other) {
        flavour = other;
    }

    @Override
    public long conversations() {
        return conversations.size();
    }

    @Override
    public ConversationEvent next() {
        if (at == lines.size()) {
            throw new NoSuchElementException("the file has ended");
        }
        RecordedLine line = lines.get(at++);
        try {
            return event(JSON.readTree(line.bytes()), line);
        } catch (IOException e) {
            throw new UncheckedIOException(line.place(), e);
        }
    }

    private ConversationEvent event(JsonNode json, RecordedLine line) {
        SpecificRecord data = java.util.Objects.requireNonNull(EventTypes.of(line.type()), line::place)
                .blank()
                .get();
        JsonNode given = json.path("data");
        for (Schema.Field field : data.getSchema().getFields()) {
            boolean kept = flavour == Flavour.GIVEN || !JUDGED.contains(field.name());
            data.put(field.pos(), kept ? value(field.schema(), given.path(field.name())) : null);
        }
        if (line.type().startsWith("conversation.")) {
            conversations.add(line.subject());
        }
        ConversationEvent event = new ConversationEvent();
        event.setId(json.path("id").asText());
        event.setSource(json.path("source").asText());
        event.setConversationId(line.subject());
        event.setCustomerId(line.customer());
        event.setTime(Instant.ofEpochMilli(line.at()));
        event.setData(data);
        Map<String, String> none = new HashMap<>();
        event.setAttributes(none);
        return event;
    }

    /** The value of a field as Avro's generated classes hold it; what is missing and may not be is empty or zero. */
    private static @org.jspecify.annotations.Nullable Object value(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case UNION ->
                json.isMissingNode() || json.isNull()
                        ? null
                        : value(schema.getTypes().get(1), json);
            case ARRAY -> list(schema.getElementType(), json);
            case BOOLEAN -> json.asBoolean();
            case INT -> json.asInt();
            case LONG -> json.asLong();
            case DOUBLE -> json.asDouble();
            case ENUM -> constant(schema, json.asText());
            default -> json.asText("");
        };
    }

    private static List<Object> list(Schema element, JsonNode json) {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(java.util.Objects.requireNonNull(value(element, item))));
        return items;
    }

    private static Object constant(Schema schema, String text) {
        Object found =
                org.apache.avro.specific.SpecificData.get().createEnum(text.toUpperCase(java.util.Locale.ROOT), schema);
        return found;
    }
}
