// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.event.IncidentReview;
import io.baton.event.MetricWindow;
import io.baton.lab.Output;
import io.baton.serde.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One output topic as a file of JSON lines in an order of their own, since the order in which tasks write is not the same twice.
 * Of a metric window and of an incident's account the last revision stands; of everything else each revision.
 */
final class OutputFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @SuppressWarnings("ArrayRecordComponent") // never compared by equals, never handed out
    private record Line(long timestamp, String key, int revision, byte[] text) {

        private static final Comparator<Line> IN_ORDER = Comparator.comparingLong(Line::timestamp)
                .thenComparing(Line::key)
                .thenComparingInt(Line::revision)
                .thenComparing(Line::text, Arrays::compareUnsigned);
    }

    private final Output output;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Line> latest = new HashMap<>();

    OutputFile(Output output) {
        this.output = output;
    }

    /** Adds a record and returns its value, which is empty for a dead letter. */
    Optional<SpecificRecord> add(ConsumerRecord<byte[], byte[]> record) {
        Optional<SpecificRecord> value = output.read(record.value());
        ObjectNode node = NODES.objectNode();
        bytes(node, "key", record.key());
        node.put("timestamp", Json.time(record.timestamp()));
        node.set("headers", headers(record));
        if (value.isPresent()) {
            node.set("value", Json.of(value.get()));
        } else {
            bytes(node, "value", record.value());
        }
        int revision = value.map(OutputFile::revision).orElse(0);
        Line line = new Line(
                record.timestamp(),
                node.path("key").asText(),
                revision,
                Json.text(node).getBytes(UTF_8));
        SpecificRecord known = value.orElse(null);
        if (known instanceof MetricWindow || known instanceof IncidentReview) {
            latest.merge(line.key(), line, (old, found) -> found.revision() >= old.revision() ? found : old);
        } else {
            lines.add(line);
        }
        return value;
    }

    /** Writes {@code <topic>.jsonl} into the folder, empty where nothing was added. */
    void write(Path dir) throws IOException {
        lines.addAll(latest.values());
        lines.sort(Line.IN_ORDER);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(dir.resolve(output.topic() + ".jsonl")), 1 << 16)) {
            for (Line line : lines) {
                out.write(line.text());
                out.write('\n');
            }
        }
    }

    private static int revision(SpecificRecord value) {
        Schema.Field field = value.getSchema().getField("revision");
        return field != null && value.get(field.pos()) instanceof Integer revision ? revision : 0;
    }

    private static JsonNode headers(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = NODES.objectNode();
        for (Header header : record.headers()) {
            bytes(headers, header.key(), header.value());
        }
        return headers;
    }

    /** Text where the bytes are UTF-8; otherwise null, with the bytes in base64 beside it. */
    private static void bytes(ObjectNode node, String field, byte @Nullable [] bytes) {
        if (bytes == null) {
            node.putNull(field);
            return;
        }
        try {
            node.put(field, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            node.putNull(field);
            node.put(field + "Base64", bytes);
        }
    }
}
