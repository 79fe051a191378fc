// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import io.baton.names.Stores;
import io.baton.policy.ownership.EventOrder;
import io.baton.processor.Keys;
import io.baton.serde.Serdes;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;

/** Customers in Kafka Streams' own stores: as they are, which may be ahead of the last commit by what is under way. */
final class KafkaStoresReader implements CustomerReader {

    private static final EventOrder ORDER = new EventOrder();

    private final LocalStores stores;
    private final Deserializer<ConversationState> states =
            Serdes.state(ConversationState.class).deserializer();
    private final Deserializer<AcceptedEvent> events =
            Serdes.state(AcceptedEvent.class).deserializer();
    private final Deserializer<CustomerJourney> journeys =
            Serdes.state(CustomerJourney.class).deserializer();

    KafkaStoresReader(LocalStores stores) {
        this.stores = stores;
    }

    @Override
    public CustomerState read(int partition, String customerId) {
        List<CustomerState.Conversation> conversations = new ArrayList<>();
        Bytes first = Keys.firstOf(customerId);
        Bytes last = Keys.afterAllOf(customerId);
        stores.each(Stores.CONVERSATION_STATE, partition, first, last, (key, value) -> {
            ConversationState state = states.deserialize(Stores.CONVERSATION_STATE, value);
            conversations.add(new Stored(state, journal(partition, customerId, state.getConversationId())));
        });
        byte[] journey = stores.get(Stores.CUSTOMER_JOURNEY, partition, Keys.customer(customerId));
        return new CustomerState(
                journey == null ? null : journeys.deserialize(Stores.CUSTOMER_JOURNEY, journey), conversations);
    }

    private List<AcceptedEvent> journal(int partition, String customerId, String conversationId) {
        List<AcceptedEvent> journal = new ArrayList<>();
        stores.each(
                Stores.CONVERSATION_TRANSCRIPT,
                partition,
                Keys.firstEntry(customerId, conversationId),
                Keys.afterEntries(customerId, conversationId),
                (key, value) -> journal.add(events.deserialize(Stores.CONVERSATION_TRANSCRIPT, value)));
        journal.sort(ORDER);
        return journal;
    }

    private record Stored(ConversationState state, List<AcceptedEvent> journal) implements CustomerState.Conversation {

        @Override
        public String id() {
            return state.getConversationId();
        }
    }
}
