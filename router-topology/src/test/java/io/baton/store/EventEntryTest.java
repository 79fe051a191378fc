// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.intake.Intake;
import io.baton.intake.Result;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.StateAvroSerde;
import io.baton.state.AcceptedEvent;
import io.baton.state.Placeholder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventEntryTest {

    private static final byte COMPACT = 1;
    private static final byte AVRO = (byte) 0xC3;
    private static final int COMPACT_KINDS = 8;
    private static final long AT = 1_772_355_605_250L;

    @Test
    void everyFieldOfEveryKindOfEventIsCarried() {
        int compact = 0;
        for (Class<? extends SpecificRecord> kind : kinds()) {
            AcceptedEvent event = of(new RandomRecords(1), new RandomRecords(2).filled(kind), true);
            byte[] bytes = EventEntry.encode(event);

            assertThat(again(event)).as(kind.getSimpleName()).isEqualTo(event);
            compact += bytes[0] == COMPACT ? 1 : 0;
        }
        assertThat(compact).isEqualTo(COMPACT_KINDS);
    }

    @Test
    void anyEventComesOutAsItWentIn() {
        RandomRecords records = new RandomRecords(3);
        for (int i = 0; i < 300; i++) {
            for (Class<? extends SpecificRecord> kind : kinds()) {
                AcceptedEvent event = of(records, records.any(kind), false);

                assertThat(again(event)).isEqualTo(event);
            }
        }
    }

    @Test
    void anyFactComesOutAsItWentIn() {
        RandomRecords records = new RandomRecords(4);
        for (int i = 0; i < 1_000; i++) {
            AcceptedEvent event = records.any(AcceptedEvent.class);

            assertThat(again(event)).isEqualTo(event);
        }
    }

    @Test
    void whoSkimsLeavesOutWhatWasSaidAndNothingElse() {
        RandomRecords records = new RandomRecords(9);
        for (int i = 0; i < 100 * kinds().size(); i++) {
            AcceptedEvent event = of(records, records.any(kinds().get(i % kinds().size())), i % 3 == 0);
            byte[] bytes = EventEntry.encode(event);

            assertThat(EventEntry.skim(event.getCustomerId(), event.getConversationId(), bytes, 0, bytes.length))
                    .isEqualTo(bytes[0] == COMPACT ? unsaid(event) : event);
        }
    }

    private static AcceptedEvent unsaid(AcceptedEvent event) {
        AcceptedEvent unsaid =
                AcceptedEvent.newBuilder(event).setPlaceholders(List.of()).build();
        ConversationEvent told = (ConversationEvent) unsaid.getFact();
        told.setAttributes(Map.of());
        if (told.getData() instanceof CustomerMessage message) {
            message.setText("");
        } else if (told.getData() instanceof AssistantReply reply) {
            reply.setText("");
        } else if (told.getData() instanceof AgentMessage message) {
            message.setText("");
            message.setBasedOnDraft(message.getBasedOnDraft() == null ? null : "");
        }
        return unsaid;
    }

    @Test
    void theEventsOfTheDemoComeOutAsTheyWentInAndNoLongerThanInAvro() throws Exception {
        Intake intake = new Intake(bytes -> null, DefaultPolicy::ruleset);
        long now = Instant.parse("2026-12-31T00:00:00Z").toEpochMilli();
        int seen = 0;
        for (String line : demo().split("\n")) {
            byte[] value = line.getBytes(StandardCharsets.UTF_8);
            if (intake.read(null, value, new RecordHeaders(), now) instanceof Result.Accepted accepted) {
                AcceptedEvent event = accepted.event();

                assertThat(again(event)).isEqualTo(event);
                assertThat(EventEntry.encode(event).length).isLessThanOrEqualTo(avro(event).length);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void aMessageTakesAtMost25BytesBesidesItsTextAndIds() {
        String text = "Where do I find the invoice of last month?";
        AcceptedEvent event = Stories.accepted(
                CustomerMessage.newBuilder().setText(text).setSentiment(-0.35).build(), "webchat-e-17", AT);
        int said =
                text.length() + event.getEventId().length() + event.getSource().length();

        assertThat(EventEntry.encode(event).length - said).isLessThanOrEqualTo(25);
    }

    @Test
    void anyFractionKeepsItsLastBit() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextInt(20_000) / 10_000.0 - 1;
                case 1 -> Double.longBitsToDouble(random.nextLong());
                case 2 -> random.nextGaussian() * 1e6;
                default -> random.nextInt(2_000_000) / 100.0;
            };
            AcceptedEvent event = Stories.accepted(
                    CustomerMessage.newBuilder().setText("").setAmount(value).build(), "e", AT);

            CustomerMessage read =
                    (CustomerMessage) ((ConversationEvent) again(event).getFact()).getData();
            assertThat(Double.doubleToLongBits(read.getAmount())).isEqualTo(Double.doubleToLongBits(value));
        }
    }

    @Test
    void whatEarlierReleasesHaveWrittenStaysReadable() throws Exception {
        AcceptedEvent event = golden();
        byte[] compact = HexFormat.of()
                .parseHex(ConversationImageTest.resource("event-entry-v1.hex").strip());

        assertThat(decoded(compact, event)).isEqualTo(event);
        assertThat(EventEntry.encode(event)).isEqualTo(compact);
        assertThat(decoded(avro(event), event)).isEqualTo(event);
        assertThat(avro(event)[0]).isEqualTo(AVRO);
    }

    @Test
    void damagedBytesAreRefusedAndNothingElseHappens() {
        Random random = new Random(6);
        RandomRecords records = new RandomRecords(7);
        List<AcceptedEvent> events = kinds().stream()
                .map(kind -> of(records, records.filled(kind), true))
                .toList();
        for (int i = 0; i < 20_000; i++) {
            AcceptedEvent event = events.get(i % events.size());
            byte[] damaged = DeltaTest.mutated(EventEntry.encode(event), random);
            try {
                decoded(damaged, event);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("text-");
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EventEntry.decode("c", "v", new byte[3], 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> EventEntry.decode("c", "v", new byte[] {1, 9}, 0, 2));
    }

    static AcceptedEvent golden() {
        AcceptedEvent event = Stories.accepted(
                CustomerMessage.newBuilder()
                        .setText("Grüße, <EMAIL-1> wartet")
                        .setSentiment(-0.6)
                        .setIntent("status")
                        .setIntentConfidence(0.123456789)
                        .setCategory("billing")
                        .setPage("/invoices")
                        .setAmount(129.95)
                        .setCurrency("EUR")
                        .setDisputed(true)
                        .build(),
                Stories.CONVERSATION,
                AT);
        ((ConversationEvent) event.getFact()).setAttributes(Map.of("seats", "40"));
        event.setPlaceholders(List.of(new Placeholder("EMAIL", 1, -123_456_789)));
        return event;
    }

    @SuppressWarnings("unchecked")
    static List<Class<? extends SpecificRecord>> kinds() {
        Schema data = ConversationEvent.getClassSchema().getField("data").schema();
        return data.getTypes().stream()
                .<Class<? extends SpecificRecord>>map(
                        type -> SpecificData.get().getClass(type).asSubclass(SpecificRecord.class))
                .toList();
    }

    /** Half of the random events have the same ids inside and outside, as those of intake do. */
    private static AcceptedEvent of(RandomRecords records, SpecificRecord data, boolean filled) {
        AcceptedEvent event = filled ? records.filled(AcceptedEvent.class) : records.any(AcceptedEvent.class);
        ConversationEvent fact =
                filled ? records.filled(ConversationEvent.class) : records.any(ConversationEvent.class);
        if (!filled && event.getClamped()) {
            fact = ConversationEvent.newBuilder(fact)
                    .setCustomerId(event.getCustomerId())
                    .setConversationId(event.getConversationId())
                    .setId(event.getEventId())
                    .setSource(event.getSource())
                    .build();
        }
        fact.setData(data);
        event.setFact(fact);
        return event;
    }

    private static AcceptedEvent again(AcceptedEvent event) {
        return decoded(EventEntry.encode(event), event);
    }

    /** In the midst of other bytes, as an entry in a page is. */
    private static AcceptedEvent decoded(byte[] bytes, AcceptedEvent like) {
        byte[] page = new byte[bytes.length + 9];
        Arrays.fill(page, COMPACT);
        System.arraycopy(bytes, 0, page, 4, bytes.length);
        return EventEntry.decode(like.getCustomerId(), like.getConversationId(), page, 4, 4 + bytes.length);
    }

    private static byte[] avro(AcceptedEvent event) {
        return new StateAvroSerde<>(AcceptedEvent.class).serialize("", event);
    }

    private static String demo() throws Exception {
        try (InputStream in = EventEntryTest.class.getResourceAsStream("/demo/conversations.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
