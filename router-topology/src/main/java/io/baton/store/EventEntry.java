// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.event.ConversationEvent;
import io.baton.serde.StateAvroSerde;
import io.baton.serde.UnreadableRecordException;
import io.baton.state.AcceptedEvent;
import io.baton.state.Placeholder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as bytes, without the two ids it is kept under. The first byte says how: {@value #COMPACT} for the events
 * that conversations are made of, else Avro's single-object encoding, which knows every fact and every release and begins
 * with 0xC3. What goes in comes out equal.
 */
public final class EventEntry {

    private static final int COMPACT = 1;

    private static final int CLAMPED = 1;
    private static final int OTHER_ID = 2;
    private static final int OTHER_SOURCE = 4;
    private static final int OTHER_TIME = 8;
    private static final int OTHER_CONVERSATION = 16;
    private static final int PLACEHOLDERS = 32;
    private static final int ATTRIBUTES = 64;

    private static final StateAvroSerde<AcceptedEvent> AVRO = new StateAvroSerde<>(AcceptedEvent.class);
    private static final ThreadLocal<Tail> TAIL = ThreadLocal.withInitial(Tail::new);

    private EventEntry() {}

    public static byte[] encode(AcceptedEvent e) {
        if (e.getFact() instanceof ConversationEvent fact) {
            int kind = EntryData.kind(fact.getData());
            if (kind != EntryData.UNKNOWN) {
                return compact(e, fact, kind);
            }
        }
        return Objects.requireNonNull(AVRO.serialize("", e));
    }

    /**
     * The entry in a part of the bytes, {@code to} exclusive. The two ids are those it is kept under; an entry in Avro
     * brings its own.
     *
     * @throws IllegalArgumentException for bytes that no release has written
     */
    public static AcceptedEvent decode(String customerId, String conversationId, byte[] bytes, int from, int to) {
        return decode(customerId, conversationId, bytes, from, to, false);
    }

    /**
     * The same for those who ask how a conversation went and not what was said, which is half of the work: in the kinds that
     * conversations are made of, what people and machines wrote is empty, and attributes and placeholders are left out.
     */
    public static AcceptedEvent skim(String customerId, String conversationId, byte[] bytes, int from, int to) {
        return decode(customerId, conversationId, bytes, from, to, true);
    }

    private static AcceptedEvent decode(
            String customerId, String conversationId, byte[] bytes, int from, int to, boolean brief) {
        if (from < to && bytes[from] == COMPACT) {
            return compact(customerId, conversationId, new Scan(bytes, from + 1, to), brief);
        }
        try {
            return Objects.requireNonNull(AVRO.deserialize("", Arrays.copyOfRange(bytes, from, to)));
        } catch (UnreadableRecordException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static byte[] compact(AcceptedEvent e, ConversationEvent fact, int kind) {
        Tail tail = TAIL.get();
        tail.begin();
        int flags = flags(e, fact);
        tail.oneByte(COMPACT);
        tail.oneByte(kind);
        tail.oneByte(flags);
        tail.signed(e.getAt());
        tail.id(e.getEventId());
        tail.text(e.getSource());
        differing(tail, flags, e, fact);
        if ((flags & PLACEHOLDERS) != 0) {
            placeholders(tail, e.getPlaceholders());
        }
        if ((flags & ATTRIBUTES) != 0) {
            attributes(tail, fact.getAttributes());
        }
        FieldsOut out = new FieldsOut(tail);
        EntryData.write(out, fact.getData());
        out.finish();
        return tail.all();
    }

    private static int flags(AcceptedEvent e, ConversationEvent fact) {
        boolean sameConversation = Objects.equals(fact.getConversationId(), e.getConversationId())
                && Objects.equals(fact.getCustomerId(), e.getCustomerId());
        return (e.getClamped() ? CLAMPED : 0)
                | (Objects.equals(fact.getId(), e.getEventId()) ? 0 : OTHER_ID)
                | (Objects.equals(fact.getSource(), e.getSource()) ? 0 : OTHER_SOURCE)
                | (fact.getTime().toEpochMilli() == e.getAt() ? 0 : OTHER_TIME)
                | (sameConversation ? 0 : OTHER_CONVERSATION)
                | (e.getPlaceholders().isEmpty() ? 0 : PLACEHOLDERS)
                | (fact.getAttributes().isEmpty() ? 0 : ATTRIBUTES);
    }

    private static void differing(Tail tail, int flags, AcceptedEvent e, ConversationEvent fact) {
        if ((flags & OTHER_ID) != 0) {
            tail.id(fact.getId());
        }
        if ((flags & OTHER_SOURCE) != 0) {
            tail.text(fact.getSource());
        }
        if ((flags & OTHER_TIME) != 0) {
            // The generated class cuts a time to milliseconds, so nothing is lost here.
            tail.signed(fact.getTime().toEpochMilli() - e.getAt());
        }
        if ((flags & OTHER_CONVERSATION) != 0) {
            tail.text(fact.getConversationId());
            tail.text(fact.getCustomerId());
        }
    }

    private static void placeholders(Tail tail, List<Placeholder> placeholders) {
        tail.number(placeholders.size());
        for (Placeholder placeholder : placeholders) {
            tail.text(placeholder.getKind());
            tail.signed(placeholder.getLocal());
            tail.fourBytes(placeholder.getFingerprint());
        }
    }

    private static void attributes(Tail tail, Map<String, String> attributes) {
        tail.number(attributes.size());
        attributes.forEach((name, value) -> {
            tail.text(name);
            tail.text(value);
        });
    }

    private static AcceptedEvent compact(String customerId, String conversationId, Scan scan, boolean brief) {
        int kind = scan.oneByte();
        int flags = scan.oneByte();
        long at = scan.signed();
        String id = scan.id();
        String source = scan.word();
        String ownId = (flags & OTHER_ID) == 0 ? id : scan.id();
        String ownSource = (flags & OTHER_SOURCE) == 0 ? source : scan.word();
        Instant time = Instant.ofEpochMilli((flags & OTHER_TIME) == 0 ? at : at + scan.signed());
        boolean other = (flags & OTHER_CONVERSATION) != 0;
        String ownConversation = other ? scan.text() : conversationId;
        String ownCustomer = other ? scan.text() : customerId;
        List<Placeholder> placeholders = placeholders((flags & PLACEHOLDERS) == 0 ? null : scan, brief);
        Map<@Nullable String, @Nullable String> attributes = attributes((flags & ATTRIBUTES) == 0 ? null : scan, brief);
        Object data = EntryData.read(kind, new FieldsIn(scan, brief));
        if (!scan.isEnd()) {
            throw Scan.damaged();
        }
        ConversationEvent fact =
                new ConversationEvent(ownId, ownSource, ownConversation, ownCustomer, time, data, attributes);
        boolean clamped = (flags & CLAMPED) != 0;
        return new AcceptedEvent(customerId, conversationId, source, id, at, clamped, placeholders, fact);
    }

    private static List<Placeholder> placeholders(@Nullable Scan scan, boolean brief) {
        int count = scan == null ? 0 : scan.count(6);
        List<Placeholder> placeholders = brief ? List.of() : new ArrayList<>(count);
        for (int i = 0; scan != null && i < count; i++) {
            String kind = scan.word();
            int local = (int) scan.signed();
            int fingerprint = scan.fourBytes();
            if (!brief) {
                placeholders.add(new Placeholder(kind, local, fingerprint));
            }
        }
        return placeholders;
    }

    private static Map<@Nullable String, @Nullable String> attributes(@Nullable Scan scan, boolean brief) {
        int count = scan == null ? 0 : scan.count(2);
        Map<@Nullable String, @Nullable String> attributes = brief ? Map.of() : new HashMap<>(count * 2);
        for (int i = 0; scan != null && i < count; i++) {
            if (brief) {
                scan.passText();
                scan.passText();
            } else {
                attributes.put(scan.word(), scan.text());
            }
        }
        return attributes;
    }
}
