// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.IncidentReported;
import io.baton.names.Stores;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of the conversation chapters and how they are read.
 *
 * @param journeyStores journeys and what waits; both chapters use them
 * @param allDecisions whether decisions that changed nothing are written too
 */
public record TurnSetup(
        Serde<ConversationState> states,
        Serde<AcceptedEvent> events,
        Serde<CustomerJourney> journeySerde,
        Serde<IncidentReported> incidentSerde,
        List<StoreBuilder<?>> journeyStores,
        List<StoreBuilder<?>> conversationStores,
        boolean allDecisions) {

    /**
     * A set-up with the stores of one topology.
     *
     * @param inMemory on the heap instead of RocksDB; the changelog is the same
     */
    public static TurnSetup of(
            Serde<ConversationState> states,
            Serde<AcceptedEvent> events,
            Serde<CustomerJourney> journeys,
            Serde<IncidentReported> incidents,
            boolean inMemory,
            boolean allDecisions) {
        return new TurnSetup(
                states,
                events,
                journeys,
                incidents,
                List.of(store(Stores.CUSTOMER_JOURNEY, inMemory), store(Stores.PENDING_TIMERS, inMemory)),
                List.of(store(Stores.CONVERSATION_STATE, inMemory), store(Stores.CONVERSATION_TRANSCRIPT, inMemory)),
                allDecisions);
    }

    /** Everything that ownership reads and writes; journeys and timers are shared with the chapter of the journey. */
    Set<StoreBuilder<?>> allStores() {
        Set<StoreBuilder<?>> all = new LinkedHashSet<>(conversationStores);
        all.addAll(journeyStores);
        return all;
    }

    /** A key-value store of bytes, so that encoding can be a step of its own before the write. */
    private static StoreBuilder<?> store(String name, boolean inMemory) {
        KeyValueBytesStoreSupplier supplier = inMemory
                ? org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name)
                : org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name);
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray());
    }

    ConversationStore conversations(ProcessorContext<?, ?> context) {
        return new KafkaConversationStore(
                context.getStateStore(Stores.CONVERSATION_STATE),
                context.getStateStore(Stores.CONVERSATION_TRANSCRIPT),
                states,
                events);
    }

    JourneyStore journeys(ProcessorContext<?, ?> context) {
        return journeys(context, new PendingTimers(context.getStateStore(Stores.PENDING_TIMERS)));
    }

    JourneyStore journeys(ProcessorContext<?, ?> context, PendingTimers timers) {
        return new JourneyStore(context.getStateStore(Stores.CUSTOMER_JOURNEY), journeySerde, timers);
    }

    LongFunction<List<IncidentReported>> incidents(ProcessorContext<?, ?> context) {
        return new IncidentBoard(context.getStateStore(Stores.INCIDENTS), incidentSerde);
    }
}
