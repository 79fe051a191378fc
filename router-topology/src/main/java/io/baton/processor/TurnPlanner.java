// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.EscalationRaised;
import io.baton.policy.learning.Labelling;
import io.baton.policy.outcome.NoEffect;
import io.baton.policy.outcome.OutcomeView;
import io.baton.policy.ownership.Arrival;
import io.baton.policy.ownership.EventOrder;
import io.baton.policy.ownership.Records;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.ownership.Turn;
import io.baton.processor.ConversationStore.Encoded;
import io.baton.processor.OutcomePlanner.Happened;
import io.baton.processor.Plan.Kind;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import io.baton.state.TextLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Works a turn out: reads the stores, asks the rules of every chapter, encodes. Writes nothing and sends nothing, so
 * whatever fails here has left no trace.
 */
final class TurnPlanner {

    private static final EventOrder ORDER = new EventOrder();

    private final ConversationStore conversations;
    private final JourneyStore journeys;
    private final JourneyPlanner customers;
    private final Courses courses;
    private final HandoverDesk desk;
    private final TurnReport report;
    private final OutcomePlanner outcomes;

    /** @param allDecisions whether decisions that changed nothing are written too */
    TurnPlanner(
            ConversationStore conversations,
            Courses courses,
            JourneyStore journeys,
            HandoverDesk desk,
            boolean allDecisions) {
        this.conversations = conversations;
        this.courses = courses;
        this.journeys = journeys;
        this.customers = new JourneyPlanner(journeys);
        this.desk = desk;
        this.report = new TurnReport(allDecisions);
        this.outcomes = new OutcomePlanner(conversations, courses);
    }

    /** What an event makes of its conversation. */
    Plan event(AcceptedEvent event, Rules rules) {
        String customer = event.getCustomerId();
        String conversation = event.getConversationId();
        ConversationState state = conversations.load(customer, conversation);
        Before before = Before.of(state, rules);
        long fingerprint = EventOrder.fingerprint(event);
        Arrival arrival = EventOrder.arrival(state, event, fingerprint);
        if (arrival == Arrival.SEEN) {
            return Plan.nothing(Kind.DUPLICATE, customer, conversation);
        }
        if (arrival == Arrival.NEXT || state == null) {
            return next(state, before, event, fingerprint, rules);
        }
        List<AcceptedEvent> journal = conversations.transcript(customer, conversation);
        if (Journal.holds(journal, event)) {
            return Plan.nothing(Kind.DUPLICATE, customer, conversation);
        }
        journal.add(event);
        journal.sort(ORDER);
        AcceptedEvent first = journal.get(0);
        CustomerSnapshot known =
                customers.known(customers.journey(first.getCustomerId(), first.getAt(), rules), first, rules);
        Turn turn = rules.conversations().refold(state, journal, event, known);
        Work work = new Work();
        work.entries().add(event);
        teach(event, journal, rules, work);
        Supplier<@Nullable CustomerJourney> journeyNow = customers.once(customer, event.getAt(), rules);
        return plan(Kind.REFOLDED, before, turn, work, journal, event, journeyNow, event.getAt(), rules);
    }

    /** An event that comes after all others: what was due before it happens first. */
    private Plan next(
            @Nullable ConversationState state, Before before, AcceptedEvent event, long fingerprint, Rules rules) {
        Supplier<@Nullable CustomerJourney> journey = customers.once(event.getCustomerId(), event.getAt(), rules);
        CustomerSnapshot known = state != null ? state.getCustomer() : customers.known(journey.get(), event, rules);
        Work work = new Work();
        if (state == null) {
            work.entries().add(Records.opening(event, known));
        } else {
            desk.climb(state, event.getAt(), rules, report, work);
            if (NoEffect.is(state, event)) {
                work.emit(new Emission.Idle(), event.getAt());
            }
        }
        work.entries().add(event);
        if (state != null && Labelling.concerns(event)) {
            teach(event, conversations.transcript(event.getCustomerId(), event.getConversationId()), rules, work);
        }
        Turn turn = rules.conversations().apply(state, event, known, fingerprint);
        Kind kind = turn.keptOut() ? Kind.KEPT_OUT : Kind.APPLIED;
        return plan(kind, before, turn, work, null, event, journey, event.getAt(), rules);
    }

    private static void teach(AcceptedEvent event, List<AcceptedEvent> journal, Rules rules, Work work) {
        Labelling labelling = rules.labelling();
        TextLabel label = labelling == null ? null : labelling.label(journal, event);
        if (label != null) {
            work.emit(new Emission.Taught(label), event.getAt());
        }
    }

    /** What the passing of time makes of a conversation whose timer has fired. */
    @Nullable
    Plan elapsed(Bytes conversation, long now, Rules rules) {
        ConversationState state = conversations.load(conversation);
        if (state == null) {
            return null;
        }
        Before before = Before.of(state, rules);
        Work work = new Work();
        desk.climb(state, now, rules, report, work);
        Turn turn = rules.conversations().elapse(state, now);
        Kind kind = rules.conversations().expired(turn.state(), now) ? Kind.FORGOTTEN : Kind.ELAPSED;
        return plan(kind, before, turn, work, null, null, journey(state, now, rules), now, rules);
    }

    /** What a report of availability makes of a conversation that waits; null where it changes nothing. */
    @Nullable
    Plan attended(Bytes conversation, long now, Rules rules) {
        ConversationState state = conversations.load(conversation);
        if (state == null) {
            return null;
        }
        Before before = Before.of(state, rules);
        Work work = new Work();
        desk.climb(state, now, rules, report, work);
        long due = desk.nextDue(state, now, rules);
        boolean sooner = due != Long.MAX_VALUE && (state.getTimerAt() == 0 || due < state.getTimerAt());
        if (work.entries().isEmpty() && !sooner) {
            return null;
        }
        Turn turn = new Turn(state, List.of(), false);
        return plan(Kind.ATTENDED, before, turn, work, null, null, journey(state, now, rules), now, rules);
    }

    /** What an incident makes of a conversation that waits for nothing else; null where it makes nothing of it. */
    @Nullable
    Plan woken(Bytes conversation, long now, Rules rules) {
        ConversationState state = conversations.load(conversation);
        return state == null || rules.conversations().nextDue(state) > now ? null : elapsed(conversation, now, rules);
    }

    private Supplier<@Nullable CustomerJourney> journey(ConversationState state, long at, Rules rules) {
        return customers.once(state.getCustomerId(), at, rules);
    }

    private Plan plan(
            Kind kind,
            Before before,
            Turn turn,
            Work work,
            @Nullable List<AcceptedEvent> journal,
            @Nullable AcceptedEvent event,
            Supplier<@Nullable CustomerJourney> known,
            long at,
            Rules rules) {
        ConversationState after = turn.state();
        boolean contact = before.contactChanged(after) && !OutcomeView.isShell(after);
        CustomerJourney journey = contact ? rules.journeys().conversation(known.get(), after) : null;
        for (Ruling ruling : turn.rulings()) {
            EscalationRaised packet =
                    ruling.escalate() ? desk.raise(ruling, after, journal, journey, rules, work) : null;
            report.add(ruling, after, packet, rules, work);
        }
        if (event != null) {
            desk.listen(after, event, rules, work);
        }
        Happened happened = new Happened(
                before.view(),
                after,
                work.entries(),
                () -> course(after, journal, work),
                () -> whole(after, journal, work),
                known,
                journey,
                at);
        outcomes.settle(happened, rules, work.emissions());
        List<Encoded> corrected = outcomes.corrected(happened, rules, work.emissions());
        IncidentDesk.account(before.incidents(), after, at, rules, work);
        long timer = nextTimer(kind, after, at, rules);
        long timerBefore = before.timerAt();
        after.setTimerAt(timer);
        return new Plan(
                kind,
                after.getCustomerId(),
                after.getConversationId(),
                conversations.encode(after, work.entries()),
                timerBefore == timer ? 0 : timerBefore,
                timerBefore == timer ? 0 : timer,
                corrected,
                before.waiting(),
                WaitingLine.places(after),
                journey == null
                        ? null
                        : journeys.encode(
                                after.getCustomerId(), journey, rules.journeys().nextDue(journey)),
                work.emissions());
    }

    /** The journal with what this turn adds, in event order. */
    private List<AcceptedEvent> whole(ConversationState after, @Nullable List<AcceptedEvent> journal, Work work) {
        return Journal.with(
                work.entries(),
                journal != null
                        ? new ArrayList<>(journal)
                        : conversations.transcript(after.getCustomerId(), after.getConversationId()));
    }

    private List<AcceptedEvent> course(ConversationState after, @Nullable List<AcceptedEvent> journal, Work work) {
        return journal != null
                ? whole(after, journal, work)
                : Journal.with(work.entries(), courses.read(after.getCustomerId(), after.getConversationId()));
    }

    /** The entry that pending-timers should hold: set again after it fired, otherwise only moved forward. */
    private long nextTimer(Kind kind, ConversationState after, long at, Rules rules) {
        long due = Math.min(rules.conversations().nextDue(after), desk.nextDue(after, at, rules));
        long pending = after.getTimerAt();
        if (kind == Kind.ELAPSED || kind == Kind.FORGOTTEN) {
            return due == Long.MAX_VALUE ? 0 : Math.max(due, at + 1);
        }
        if (due == Long.MAX_VALUE) {
            return pending;
        }
        return pending == 0 || due < pending ? due : pending;
    }
}
