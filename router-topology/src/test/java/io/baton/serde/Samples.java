// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.state.AcceptedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Records and schemas that several serde tests need. */
final class Samples {

    static final Instant NINE = Instant.parse("2026-03-01T09:00:05.250Z");

    private Samples() {}

    static CustomerProfileUpdated profile() {
        return CustomerProfileUpdated.newBuilder()
                .setId("p-1")
                .setSource("crm")
                .setCustomerId("cust-7")
                .setTime(NINE)
                .setPlan("team")
                .setAnnualValue(52000.0)
                .setRenewalOn(LocalDate.of(2026, 4, 2))
                .setHealth(61)
                .setUsageChange(-0.4)
                .setAtRisk(true)
                .setLocale("en-GB")
                .setAttributes(Map.of("seats", "40", "industry", "retail"))
                .build();
    }

    static ConversationEvent message(String text) {
        return ConversationEvent.newBuilder()
                .setId("e-17")
                .setSource("webchat")
                .setConversationId("conv-42")
                .setCustomerId("cust-7")
                .setTime(NINE)
                .setData(CustomerMessage.newBuilder()
                        .setText(text)
                        .setSentiment(-0.6)
                        .build())
                .setAttributes(Map.of())
                .build();
    }

    static AcceptedEvent accepted(String text) {
        return AcceptedEvent.newBuilder()
                .setCustomerId("cust-7")
                .setConversationId("conv-42")
                .setSource("webchat")
                .setEventId("e-17")
                .setAt(NINE.toEpochMilli())
                .setFact(message(text))
                .build();
    }

    /** What Avro's own writer puts behind a header. */
    static <T> byte[] byAvro(byte[] header, DatumWriter<T> writer, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            bytes.write(header);
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The schema as it was before a field came in. */
    static Schema without(Schema schema, String field) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(each -> !each.name().equals(field))
                .map(each -> new Schema.Field(each, each.schema()))
                .collect(Collectors.toList());
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
