// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.ConsentChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ProductSignalReported;
import io.baton.policy.journey.Journeys;
import io.baton.policy.journey.Moves;
import io.baton.state.AcceptedEvent;
import io.baton.state.AccountMoved;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import io.baton.state.JourneyChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journey of each customer (chapter 2). A fact about a customer becomes an event of every conversation that
 * customer has open, so that ordinary turns never have to look the customer up; everything else passes untouched. A product
 * signal that is new passes too, since it may be worth a word to the customer, and so does a signal of our own where a profile
 * turns.
 */
public final class JourneyProcessor implements Processor<String, AcceptedEvent, String, AcceptedEvent> {

    private final TurnSetup setup;
    private final Supplier<Rules> rulebook;
    private ProcessorContext<String, AcceptedEvent> context;
    private JourneyStore journeys;

    @SuppressWarnings("NullAway.Init")
    private JourneyProcessor(TurnSetup setup, Supplier<Rules> rulebook) {
        this.setup = setup;
        this.rulebook = rulebook;
    }

    /** Makes the processor, with its stores. */
    public static ProcessorSupplier<String, AcceptedEvent, String, AcceptedEvent> supplier(
            TurnSetup setup, Supplier<Rules> rulebook) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, AcceptedEvent, String, AcceptedEvent> get() {
                return new JourneyProcessor(setup, rulebook);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.copyOf(setup.journeyStores());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, AcceptedEvent> context) {
        this.context = context;
        this.journeys = setup.journeys(context);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a journey in which nothing has changed is the very same object
    public void process(Record<String, AcceptedEvent> record) {
        AcceptedEvent event = record.value();
        Rules all = rulebook.get();
        Journeys rules = all.journeys();
        CustomerJourney before =
                changesJourney(event) ? rules.kept(journeys.load(event.getCustomerId()), event.getAt()) : null;
        CustomerJourney after = after(rules, before, event);
        if (after == null) {
            context.forward(record);
            return;
        }
        CustomerSnapshot known = rules.snapshot(after, event.getAt());
        CustomerSnapshot then = rules.snapshot(before, event.getAt());
        boolean matters = before == null || rules.affects(then, known);
        List<AcceptedEvent> news = new ArrayList<>(matters ? news(event, after, known) : List.of());
        news.addAll(moves(event, after));
        if (event.getFact() instanceof CustomerProfileUpdated && matters) {
            all.outreaches()
                    .turned(then, known, event.getCustomerId(), event.getEventId(), event.getAt())
                    .ifPresent(turn -> news.add(
                            AcceptedEvent.newBuilder(event).setFact(turn).build()));
        }
        journeys.save(journeys.encode(event.getCustomerId(), after, rules.nextDue(after)));
        for (AcceptedEvent one : news) {
            context.forward(record.withValue(one).withTimestamp(one.getAt()));
        }
        if (event.getFact() instanceof ProductSignalReported && after != before) {
            context.forward(record);
        }
    }

    private static boolean changesJourney(AcceptedEvent event) {
        return event.getFact() instanceof CustomerProfileUpdated
                || event.getFact() instanceof ProductSignalReported
                || (event.getFact() instanceof ConversationEvent told && told.getData() instanceof ConsentChanged);
    }

    private static @Nullable CustomerJourney after(
            Journeys rules, @Nullable CustomerJourney before, AcceptedEvent event) {
        Object fact = event.getFact();
        if (fact instanceof CustomerProfileUpdated profile) {
            return rules.profile(before, profile);
        }
        if (fact instanceof ProductSignalReported signal) {
            return rules.signal(before, signal);
        }
        if (fact instanceof ConversationEvent told && told.getData() instanceof ConsentChanged consent) {
            return rules.consent(before, consent.getAutomation(), event.getAt());
        }
        return null;
    }

    /** A stage of life that says what became of the account is told to the conversations that are over (M25). */
    private static List<AcceptedEvent> moves(AcceptedEvent cause, CustomerJourney journey) {
        String kind = cause.getFact() instanceof CustomerProfileUpdated profile ? Moves.of(profile) : null;
        List<AcceptedEvent> moves = new ArrayList<>();
        for (Contact contact : kind == null ? List.<Contact>of() : journey.getContacts()) {
            if (!contact.getOpen() && contact.getStartedAt() < cause.getAt()) {
                moves.add(AcceptedEvent.newBuilder()
                        .setCustomerId(cause.getCustomerId())
                        .setConversationId(contact.getConversationId())
                        .setSource(cause.getSource())
                        .setEventId(cause.getEventId())
                        .setAt(cause.getAt())
                        .setClamped(cause.getClamped())
                        .setFact(new AccountMoved(kind))
                        .build());
            }
        }
        return moves;
    }

    private static List<AcceptedEvent> news(AcceptedEvent cause, CustomerJourney journey, CustomerSnapshot known) {
        List<AcceptedEvent> news = new ArrayList<>();
        for (Contact contact : journey.getContacts()) {
            if (contact.getOpen()) {
                news.add(AcceptedEvent.newBuilder()
                        .setCustomerId(cause.getCustomerId())
                        .setConversationId(contact.getConversationId())
                        .setSource(cause.getSource())
                        .setEventId(cause.getEventId())
                        .setAt(Math.max(cause.getAt(), contact.getStartedAt()))
                        .setClamped(cause.getClamped())
                        .setFact(new JourneyChanged(known))
                        .build());
            }
        }
        return news;
    }
}
