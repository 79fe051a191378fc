// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.policy.outcome.FigureSums;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of the conversation chapters and how they are read.
 *
 * @param journeyStores journeys and what waits; both chapters use them
 * @param conversationStores what ownership alone uses
 * @param allDecisions whether decisions that changed nothing are written too
 */
public record TurnSetup(
        Serde<ConversationState> states,
        Serde<AcceptedEvent> events,
        Serde<CustomerJourney> journeySerde,
        StoreLayout layout,
        List<StoreBuilder<?>> journeyStores,
        List<StoreBuilder<?>> conversationStores,
        boolean allDecisions) {

    /** A set-up with the stores of one topology. */
    public static TurnSetup of(
            Serde<ConversationState> states,
            Serde<AcceptedEvent> events,
            Serde<CustomerJourney> journeys,
            StoreLayout layout,
            boolean allDecisions) {
        boolean packed = layout == StoreLayout.PACKED;
        return new TurnSetup(
                states,
                events,
                journeys,
                layout,
                packed
                        ? List.of(PackedConversations.store(Stores.CONVERSATIONS))
                        : List.of(store(Stores.CUSTOMER_JOURNEY, layout), store(Stores.PENDING_TIMERS, layout)),
                packed
                        ? List.of(store(Stores.WAITING, layout).withLoggingDisabled()) // logged with the rest
                        : List.of(
                                store(Stores.CONVERSATION_STATE, layout),
                                store(Stores.CONVERSATION_TRANSCRIPT, layout),
                                store(Stores.WAITING, layout)),
                allDecisions);
    }

    /** Everything that ownership reads and writes; journeys and timers are shared with the chapter of the journey. */
    Set<StoreBuilder<?>> allStores() {
        Set<StoreBuilder<?>> all = new LinkedHashSet<>(conversationStores);
        all.addAll(journeyStores);
        return all;
    }

    /** A key-value store of bytes, so that encoding can be a step of its own before the write. */
    private static StoreBuilder<?> store(String name, StoreLayout layout) {
        KeyValueBytesStoreSupplier supplier = layout.onDisk()
                ? org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name)
                : org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray());
    }

    ConversationStore conversations(ProcessorContext<?, ?> context) {
        return layout == StoreLayout.PACKED
                ? PackedConversations.begun(context.getStateStore(Stores.CONVERSATIONS))
                : new KafkaConversationStore(
                        context.getStateStore(Stores.CONVERSATION_STATE),
                        context.getStateStore(Stores.CONVERSATION_TRANSCRIPT),
                        states,
                        events);
    }

    Courses courses(ProcessorContext<?, ?> context) {
        return layout == StoreLayout.PACKED
                ? Courses.packed(context.getStateStore(Stores.CONVERSATIONS))
                : conversations(context)::transcript;
    }

    PendingTimers timers(ProcessorContext<?, ?> context) {
        return layout == StoreLayout.PACKED
                ? new PackedPendingTimers(context.getStateStore(Stores.CONVERSATIONS))
                : new KafkaPendingTimers(context.getStateStore(Stores.PENDING_TIMERS));
    }

    JourneyStore journeys(ProcessorContext<?, ?> context) {
        return journeys(context, timers(context));
    }

    /** @param timers those that the processor uses itself, so that both know which is the earliest */
    JourneyStore journeys(ProcessorContext<?, ?> context, PendingTimers timers) {
        JourneyStore.Bytewise store = layout == StoreLayout.PACKED
                ? new PackedJourneys(context.getStateStore(Stores.CONVERSATIONS))
                : new KafkaJourneys(context.getStateStore(Stores.CUSTOMER_JOURNEY));
        return new JourneyStore(store, journeySerde, timers);
    }

    FigureRows figures(ProcessorContext<?, ?> context, String name, Serde<FigureSums> sums) {
        return layout == StoreLayout.PACKED
                ? PackedFigureRows.of(context.getStateStore(Stores.CONVERSATIONS), name, sums)
                : new KafkaFigureRows(context.getStateStore(name));
    }

    /** What {@link #figures} needs; on the heap in every layout. */
    Set<StoreBuilder<?>> figureStores(String name, Serde<FigureSums> sums) {
        return layout == StoreLayout.PACKED
                ? Set.copyOf(journeyStores)
                : Set.of(Supplied.store(org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), sums));
    }

    AvailabilityBoard availability(ProcessorContext<?, ?> context) {
        return new AvailabilityBoard(context.getStateStore(Stores.AVAILABILITY));
    }

    WaitingLine waitingLine(ProcessorContext<?, ?> context) {
        KeyValueStore<Bytes, byte[]> places = context.getStateStore(Stores.WAITING);
        return layout == StoreLayout.PACKED
                ? WaitingLine.packed(places, context.getStateStore(Stores.CONVERSATIONS))
                : WaitingLine.logged(places);
    }
}
