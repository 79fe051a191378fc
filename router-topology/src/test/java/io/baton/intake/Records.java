// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.Alert;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.RulesetPublished;
import io.baton.policy.ruleset.Changed;
import io.baton.policy.ruleset.MaskingRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.ruleset.TimingRule;
import io.baton.serde.UnknownSchemaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Bytes as producers send them, and an intake that reads them. */
final class Records {

    static final long ARRIVED = Instant.parse("2026-03-01T09:00:10Z").toEpochMilli();
    static final long TOLERANCE = 60_000;
    static final int MAX_TEXT = 2_000;
    static final Headers NO_HEADERS = new RecordHeaders();
    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Schema> REGISTERED = List.of(
            ConversationEvent.SCHEMA$,
            CustomerProfileUpdated.SCHEMA$,
            ProductSignalReported.SCHEMA$,
            IncidentReported.SCHEMA$,
            AgentAvailabilityChanged.SCHEMA$,
            RulesetPublished.SCHEMA$,
            Alert.SCHEMA$);

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> Set.of("io.baton.event", "io.baton.state").contains(type.getPackageName())));
    }

    private Records() {}

    static Intake intake() {
        Ruleset ruleset = ruleset();
        return new Intake(Records::unframe, () -> ruleset);
    }

    /** A ruleset with limits and masking of its own. */
    static Ruleset ruleset() {
        MaskingRule masking = new MaskingRule(
                List.of("EMAIL", "CARD", "IBAN", "IP", "PHONE"),
                "US",
                Map.of("US_SSN", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b")));
        TimingRule timing = new TimingRule(TOLERANCE, MAX_TEXT, 0, 0);
        return Changed.copy(TestRulesets.standard(), "masking", masking, "timing", timing);
    }

    static Result read(byte[] value) {
        return read(value, NO_HEADERS);
    }

    static Result read(byte[] value, Headers headers) {
        return intake().read(null, value, headers, ARRIVED);
    }

    static Result read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A CloudEvent of this type; {@code data} is the inside of the JSON object. */
    static String event(String type, String data) {
        return """
                {"specversion":"1.0","id":"e-17","source":"webchat","type":"%s","subject":"conv-42",
                 "time":"2026-03-01T09:00:05.250Z","partitionkey":"cust-7","datacontenttype":"application/json","data":{%s}}""".formatted(type, data);
    }

    /** The headers of the same event in binary mode. */
    static Headers binaryHeaders(String structured) throws IOException {
        RecordHeaders headers = new RecordHeaders();
        JsonNode event = JSON.readTree(structured);
        event.properties().forEach(attribute -> {
            if (attribute.getKey().equals("datacontenttype")) {
                headers.add("content-type", bytes(attribute.getValue().asText()));
            } else if (!attribute.getKey().equals("data")) {
                headers.add(
                        "ce_" + attribute.getKey(), bytes(attribute.getValue().asText()));
            }
        });
        return headers;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Magic byte, schema id, body. */
    static byte[] frame(SpecificRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(0);
            out.write(ByteBuffer.allocate(4)
                    .putInt(REGISTERED.indexOf(record.getSchema()) + 1)
                    .array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            SpecificData model = SpecificData.getForClass(record.getClass());
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static SpecificRecord unframe(byte[] framed) {
        if (framed.length < 5) {
            throw new SerializationException("shorter than a frame");
        }
        int id = ByteBuffer.wrap(framed, 1, 4).getInt();
        if (id < 1 || id > REGISTERED.size() + 1) {
            throw new UnknownSchemaException("no such schema");
        }
        if (id > REGISTERED.size()) {
            return null;
        }
        try {
            Schema schema = REGISTERED.get(id - 1);
            Class<?> type = SpecificData.get().getClass(schema);
            SpecificDatumReader<SpecificRecord> reader =
                    new SpecificDatumReader<>(schema, schema, SpecificData.getForClass(type));
            return reader.read(null, DecoderFactory.get().binaryDecoder(framed, 5, framed.length - 5, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("not of its schema", e);
        }
    }
}
