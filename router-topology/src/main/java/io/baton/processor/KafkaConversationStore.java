// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link ConversationStore} on two of Kafka Streams' own key-value stores. */
final class KafkaConversationStore implements ConversationStore {

    private final KeyValueStore<Bytes, byte[]> states;
    private final KeyValueStore<Bytes, byte[]> entries;
    private final Serde<ConversationState> stateSerde;
    private final Serde<AcceptedEvent> eventSerde;

    KafkaConversationStore(
            KeyValueStore<Bytes, byte[]> states,
            KeyValueStore<Bytes, byte[]> entries,
            Serde<ConversationState> stateSerde,
            Serde<AcceptedEvent> eventSerde) {
        this.states = states;
        this.entries = entries;
        this.stateSerde = stateSerde;
        this.eventSerde = eventSerde;
    }

    @Override
    public @Nullable ConversationState load(String customerId, String conversationId) {
        return load(Keys.conversation(customerId, conversationId));
    }

    @Override
    public @Nullable ConversationState load(Bytes conversation) {
        byte[] value = states.get(conversation);
        return value == null ? null : stateSerde.deserializer().deserialize(states.name(), value);
    }

    @Override
    public List<AcceptedEvent> transcript(String customerId, String conversationId) {
        List<AcceptedEvent> events = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(
                Keys.firstEntry(customerId, conversationId), Keys.afterEntries(customerId, conversationId))) {
            while (range.hasNext()) {
                events.add(eventSerde.deserializer().deserialize(entries.name(), range.next().value));
            }
        }
        events.sort(new EventOrder());
        return events;
    }

    @Override
    public Encoded encode(ConversationState state, List<AcceptedEvent> appended) {
        List<Entry> written = new ArrayList<>(appended.size());
        for (AcceptedEvent event : appended) {
            written.add(new Entry(Keys.entry(event), eventSerde.serializer().serialize(entries.name(), event)));
        }
        return new Written(
                Keys.conversation(state.getCustomerId(), state.getConversationId()),
                stateSerde.serializer().serialize(states.name(), state),
                written);
    }

    @Override
    public void save(Encoded encoded) {
        Written turn = (Written) encoded;
        states.put(turn.key(), turn.state());
        for (Entry entry : turn.entries()) {
            entries.put(entry.key(), entry.value());
        }
    }

    @Override
    public List<Bytes> keys() {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = states.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    @Override
    public void forget(String customerId, String conversationId) {
        delete(entries, Keys.firstEntry(customerId, conversationId), Keys.afterEntries(customerId, conversationId));
        states.delete(Keys.conversation(customerId, conversationId));
    }

    @Override
    public List<ConversationState> forgetAll(String customerId) {
        Bytes first = Keys.firstOf(customerId);
        Bytes last = Keys.afterAllOf(customerId);
        List<ConversationState> known = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = states.range(first, last)) {
            range.forEachRemaining(
                    entry -> known.add(stateSerde.deserializer().deserialize(states.name(), entry.value)));
        }
        delete(entries, first, last);
        delete(states, first, last);
        return known;
    }

    private static void delete(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(from, to)) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                keys.add(entry.key);
            }
        }
        keys.forEach(store::delete);
    }

    /** A state and transcript entries, ready to be written. */
    private record Written(Bytes key, byte[] state, List<Entry> entries) implements Encoded {}

    /** One transcript entry, ready to be written. */
    private record Entry(Bytes key, byte[] value) {}
}
