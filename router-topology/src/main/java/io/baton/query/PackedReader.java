// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import io.baton.names.Stores;
import io.baton.packed.CustomerQuery;
import io.baton.packed.CustomerView;
import io.baton.packed.CustomerView.ConversationView;
import io.baton.packed.Frames;
import io.baton.policy.ownership.EventOrder;
import io.baton.serde.Serdes;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.store.ConversationImage;
import io.baton.store.EventEntry;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;

/** Customers in the packed layout: as the last commit left them. */
final class PackedReader implements CustomerReader {

    private static final EventOrder ORDER = new EventOrder();

    private final LocalStores stores;
    private final Deserializer<CustomerJourney> journeys =
            Serdes.state(CustomerJourney.class).deserializer();

    PackedReader(LocalStores stores) {
        this.stores = stores;
    }

    @Override
    public CustomerState read(int partition, String customerId) {
        CustomerView view = stores.ask(Stores.CONVERSATIONS, partition, new CustomerQuery(customerId));
        byte[] journey = view.journey();
        return new CustomerState(
                journey == null ? null : journeys.deserialize(Stores.CUSTOMER_JOURNEY, journey),
                view.conversations().stream()
                        .<CustomerState.Conversation>map(one -> new Seen(customerId, one))
                        .toList());
    }

    private record Seen(String customerId, ConversationView view) implements CustomerState.Conversation {

        @Override
        public String id() {
            return view.id();
        }

        @Override
        public ConversationState state() {
            return ConversationImage.decode(customerId, view.id(), view.image());
        }

        @Override
        public List<AcceptedEvent> journal() {
            List<AcceptedEvent> events = Frames.read(
                    view.journal(), (bytes, from, to) -> EventEntry.decode(customerId, view.id(), bytes, from, to));
            events.sort(ORDER);
            return events;
        }
    }
}
