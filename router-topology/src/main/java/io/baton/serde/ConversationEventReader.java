// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.Resolver;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events that conversations are made of without asking a schema at every field: several times as fast as Avro's
 * reader, which remains the judge of everything that is not exactly as usual.
 *
 * <p>Codes are shared words. What a person may have written is not, pages included: it must not stay in a table before it was masked.
 */
final class ConversationEventReader {

    private static final long KNOWN = ReleasedSchemas.fingerprint(ConversationEvent.getClassSchema());

    private ConversationEventReader() {}

    /** Whether bodies of this writer can be read here: its schema is ours, field by field. */
    static boolean reads(Schema writer) {
        return ReleasedSchemas.fingerprint(writer) == KNOWN;
    }

    /** The event that Avro would read; null where Avro is to be asked, because the data are of a rare kind or damaged. */
    static @Nullable ConversationEvent read(byte[] bytes, int from) {
        AvroCursor in = new AvroCursor(bytes, from);
        String id = in.text();
        String source = in.word();
        String conversation = in.text();
        String customer = in.text();
        Instant time = Instant.ofEpochMilli(in.number());
        Object data = data(in);
        Map<String, String> attributes = in.textByName();
        return data == null || in.isOdd()
                ? null
                : new ConversationEvent(id, source, conversation, customer, time, data, attributes);
    }

    /** By the place in the union of the schema, which is part of the fingerprint. */
    private static @Nullable Object data(AvroCursor in) {
        return switch (in.choice()) {
            case 0 ->
                new ConversationStarted(
                        in.word(), in.nullableWord(), in.nullableWord(), in.nullableText(), in.nullableTruth());
            case 1 -> message(in);
            case 2 -> reply(in);
            case 3 -> new AgentMessage(in.word(), in.text(), in.nullableText(), in.nullableTruth());
            case 4 -> new HumanRequested(in.nullableWord());
            case 5 -> new AgentJoined(in.word(), in.nullableWord());
            case 7 -> new ConversationResolved(resolver(in), in.nullableWord(), in.nullableText(), in.nullableWord());
            case 9 -> new ConversationClosed(in.word());
            default -> null;
        };
    }

    private static CustomerMessage message(AvroCursor in) {
        return new CustomerMessage(
                in.text(),
                in.nullableDouble(),
                in.nullableWord(),
                in.nullableDouble(),
                in.nullableWord(),
                in.nullableText(),
                in.nullableDouble(),
                in.nullableWord(),
                in.nullableTruth());
    }

    private static AssistantReply reply(AvroCursor in) {
        return new AssistantReply(
                in.text(),
                in.nullableDouble(),
                in.nullableWord(),
                in.nullableWord(),
                in.nullableWord(),
                in.nullableTruth(),
                in.nullableTruth(),
                in.nullableWord(),
                in.words(),
                in.nullableWord());
    }

    private static Resolver resolver(AvroCursor in) {
        int place = in.choice();
        if (place > 1) {
            in.odd();
        }
        return place == 0 ? Resolver.ASSISTANT : Resolver.AGENT;
    }
}
