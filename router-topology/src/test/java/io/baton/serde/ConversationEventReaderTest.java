// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.HumanRequested;
import io.baton.event.Resolver;
import io.baton.event.SurveyAnswered;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class ConversationEventReaderTest {

    private static final Schema SCHEMA = ConversationEvent.getClassSchema();
    private static final SpecificData MODEL = SpecificData.getForClass(ConversationEvent.class);
    private static final DatumReader<ConversationEvent> AVRO = new SpecificDatumReader<>(SCHEMA, SCHEMA, MODEL);

    /** Of each kind that is read here, one with every field and one with as few as possible. */
    private static final List<Object> USUAL = List.of(
            new ConversationStarted("chat", "billing", "de", "/invoices", true),
            new ConversationStarted("chat", null, null, null, null),
            new CustomerMessage("Grüße 😀", -0.5, "status", 0.75, "billing", "/a", 12.5, "EUR", false),
            new CustomerMessage("", null, null, null, null, null, null, null, null),
            new AssistantReply("So geht es", 0.9, "i", "c", "a", true, false, "b", List.of("x", "ÿ"), "m-1"),
            new AssistantReply("Ok", null, null, null, null, null, null, null, List.of(), null),
            new AgentMessage("agent-1", "I look into it", "e-3", true),
            new AgentMessage("agent-1", "I look into it", null, null),
            new HumanRequested("button"),
            new HumanRequested((String) null),
            new AgentJoined("agent-1", "tier-2"),
            new AgentJoined("agent-1", null),
            new ConversationResolved(Resolver.AGENT, "agent-1", "fixed", "billing"),
            new ConversationResolved(Resolver.ASSISTANT, null, null, null),
            new ConversationClosed("resolved"));

    private static final List<Object> RARE = List.of(
            new ConversationReopened("customer"),
            SurveyAnswered.newBuilder().setCsat(4).build());

    private static final BodyReader<ConversationEvent> READER =
            new BodyReader<>(SCHEMA, ConversationEvent.class, "schema id 7");

    static {
        TrustedSchemas.register();
    }

    @Test
    void theUsualKindsAreReadAsAvroReadsThem() {
        for (Object data : USUAL) {
            for (Map<String, String> attributes : List.of(Map.<String, String>of(), Map.of("a", "1", "ü", ""))) {
                ConversationEvent event = event(data, attributes);
                byte[] bytes = bytes(event);

                assertThat(ConversationEventReader.read(bytes, WireFormat.HEADER))
                        .isEqualTo(avro(bytes))
                        .isEqualTo(event);
            }
        }
    }

    @Test
    void rareKindsAreLeftToAvro() {
        for (Object data : RARE) {
            byte[] bytes = bytes(event(data, Map.of()));

            assertThat(ConversationEventReader.read(bytes, WireFormat.HEADER)).isNull();
            assertThat(read(bytes)).isEqualTo(avro(bytes));
        }
    }

    @Test
    void whateverHappensToTheBytesTheOutcomeIsThatOfAvro() {
        Random random = new Random(1);
        int readable = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] valid =
                    bytes(event(USUAL.get(i % USUAL.size()), i % 2 == 0 ? Map.of() : Map.of("a", "1", "b", "2")));
            byte[] bytes = mutated(valid, random);
            Object expected = outcome(() -> avro(bytes));

            assertThat(outcome(() -> read(bytes))).isEqualTo(expected);
            ConversationEvent alone = ConversationEventReader.read(bytes, WireFormat.HEADER);
            if (alone != null) {
                assertThat((Object) alone).isEqualTo(expected);
                readable++;
            }
        }
        assertThat(readable).isGreaterThan(5_000);
    }

    @Test
    void everyTruncationHasTheOutcomeOfAvro() {
        for (Object data : USUAL) {
            byte[] bytes = bytes(event(data, Map.of("a", "1")));
            for (int length = WireFormat.HEADER; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);

                assertThat(outcome(() -> read(cut))).isEqualTo(outcome(() -> avro(cut)));
            }
        }
    }

    @Test
    void onlyTheSchemaThatIsOursIsReadHere() {
        Schema withoutDocs = new Schema.Parser().parse(SCHEMA.toString().replaceAll(",\"doc\":\"[^\"]*\"", ""));
        Schema another = new Schema.Parser().parse(SCHEMA.toString().replace("\"reason\"", "\"why\""));

        assertThat(ConversationEventReader.reads(SCHEMA)).isTrue();
        assertThat(ConversationEventReader.reads(withoutDocs)).isTrue();
        assertThat(ConversationEventReader.reads(another)).isFalse();
        assertThat(ConversationEventReader.reads(CustomerProfileUpdated.getClassSchema()))
                .isFalse();
    }

    private static ConversationEvent event(Object data, Map<String, String> attributes) {
        return new ConversationEvent(
                "e-1", "web chat", "conv-1", "cust-1", Instant.ofEpochMilli(1_772_355_605_250L), data, attributes);
    }

    private static byte[] bytes(ConversationEvent event) {
        return Samples.byAvro(WireFormat.header(7), new SpecificDatumWriter<>(SCHEMA, MODEL), event);
    }

    private static ConversationEvent avro(byte[] bytes) {
        return AvroBody.read(AVRO, bytes, WireFormat.HEADER, "schema id 7");
    }

    private static ConversationEvent read(byte[] bytes) {
        return READER.read(bytes);
    }

    private static Object outcome(Supplier<ConversationEvent> reading) {
        try {
            return reading.get();
        } catch (UnreadableRecordException e) {
            return e.getMessage();
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = Arrays.copyOf(valid, valid.length + (random.nextInt(6) == 0 ? random.nextInt(9) - 4 : 0));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int place = WireFormat.HEADER + random.nextInt(bytes.length - WireFormat.HEADER);
            bytes[place] = (byte) (random.nextBoolean() ? random.nextInt(8) : random.nextInt());
        }
        return bytes;
    }
}
