// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.AssistantCommand;
import io.baton.event.IncidentReported;
import io.baton.policy.outcome.OutcomeView;
import io.baton.policy.ownership.Arrival;
import io.baton.policy.ownership.EventOrder;
import io.baton.policy.ownership.Records;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.ownership.Turn;
import io.baton.policy.packet.PacketInput;
import io.baton.policy.routing.Route;
import io.baton.processor.ConversationStore.Encoded;
import io.baton.processor.OutcomePlanner.Happened;
import io.baton.processor.Plan.Kind;
import io.baton.processor.Plan.Timed;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
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
    private final LongFunction<List<IncidentReported>> openIncidents;
    private final boolean allDecisions;
    private final OutcomePlanner outcomes;

    /**
     * @param openIncidents incidents that are open at a moment
     * @param allDecisions whether decisions that changed nothing are written too
     */
    TurnPlanner(
            ConversationStore conversations,
            JourneyStore journeys,
            LongFunction<List<IncidentReported>> openIncidents,
            boolean allDecisions) {
        this.conversations = conversations;
        this.journeys = journeys;
        this.openIncidents = openIncidents;
        this.allDecisions = allDecisions;
        this.outcomes = new OutcomePlanner(conversations);
    }

    /** What an event makes of its conversation. */
    Plan event(AcceptedEvent event, Rules rules) {
        String customer = event.getCustomerId();
        String conversation = event.getConversationId();
        ConversationState state = conversations.load(customer, conversation);
        Before before = Before.of(state);
        Arrival arrival = EventOrder.arrival(state, event);
        if (arrival == Arrival.SEEN) {
            return Plan.nothing(Kind.DUPLICATE, customer, conversation);
        }
        if (arrival == Arrival.NEXT || state == null) {
            CustomerSnapshot known = known(state, event, rules);
            List<AcceptedEvent> appended =
                    state == null ? List.of(Records.opening(event, known), event) : List.of(event);
            Turn turn = rules.conversations().apply(state, event, known);
            Kind kind = turn.keptOut() ? Kind.KEPT_OUT : Kind.APPLIED;
            return plan(kind, before, turn, appended, null, event.getAt(), rules);
        }
        List<AcceptedEvent> journal = conversations.transcript(customer, conversation);
        if (journal.stream().anyMatch(known -> isSame(known, event))) {
            return Plan.nothing(Kind.DUPLICATE, customer, conversation);
        }
        journal.add(event);
        journal.sort(ORDER);
        Turn turn = rules.conversations().refold(state, journal, event, known(null, journal.get(0), rules));
        return plan(Kind.REFOLDED, before, turn, List.of(event), journal, event.getAt(), rules);
    }

    /** What the passing of time makes of a conversation whose timer has fired. */
    @Nullable
    Plan elapsed(Bytes conversation, long now, Rules rules) {
        ConversationState state = conversations.load(conversation);
        if (state == null) {
            return null;
        }
        Before before = Before.of(state);
        Turn turn = rules.conversations().elapse(state, now);
        Kind kind = rules.conversations().expired(turn.state(), now) ? Kind.FORGOTTEN : Kind.ELAPSED;
        return plan(kind, before, turn, List.of(), null, now, rules);
    }

    /** What retention leaves of a journey of which a timer has fired; null where there is no such journey any more. */
    JourneyStore.@Nullable Encoded expired(Bytes timer, long now, Rules rules) {
        Bytes customer = Keys.waiting(timer);
        CustomerJourney journey = journeys.load(customer);
        if (journey == null) {
            return null;
        }
        long pending = journey.getTimerAt() == Keys.due(timer) ? 0 : journey.getTimerAt();
        CustomerJourney left = rules.journeys().kept(journey, now);
        long nextDue = left == null ? Long.MAX_VALUE : rules.journeys().nextDue(left);
        return journeys.encodeFired(customer, pending, left, nextDue);
    }

    private static boolean isSame(AcceptedEvent a, AcceptedEvent b) {
        return a.getSource().equals(b.getSource()) && a.getEventId().equals(b.getEventId());
    }

    private CustomerSnapshot known(@Nullable ConversationState state, AcceptedEvent event, Rules rules) {
        return state != null
                ? state.getCustomer()
                : rules.journeys()
                        .snapshot(
                                journey(event.getCustomerId(), event.getAt(), rules),
                                event.getAt(),
                                event.getConversationId());
    }

    private @Nullable CustomerJourney journey(String customerId, long at, Rules rules) {
        return rules.journeys().kept(journeys.load(customerId), at);
    }

    private Plan plan(
            Kind kind,
            Before before,
            Turn turn,
            List<AcceptedEvent> appended,
            @Nullable List<AcceptedEvent> journal,
            long at,
            Rules rules) {
        ConversationState after = turn.state();
        List<Timed> emissions = new ArrayList<>();
        List<AcceptedEvent> entries = new ArrayList<>(appended);
        boolean contact = before.contactChanged(after) && !OutcomeView.of(after).shell();
        CustomerJourney known = contact ? journey(after.getCustomerId(), at, rules) : null;
        CustomerJourney journey = contact ? rules.journeys().conversation(known, after) : null;
        for (Ruling ruling : turn.rulings()) {
            emit(ruling, after, rules, emissions);
            if (ruling.escalate()) {
                List<AcceptedEvent> transcript = journal != null ? journal : transcript(after, appended);
                handOver(ruling, after, transcript, journey, rules, emissions);
                entries.add(Records.issued(after, ruling));
            }
        }
        Happened happened = new Happened(
                before.view(),
                after,
                entries,
                () -> whole(journal != null ? journal : transcript(after, appended), appended, entries),
                () -> contact ? known : journey(after.getCustomerId(), at, rules),
                journey,
                at);
        outcomes.settle(happened, rules, emissions);
        List<Encoded> corrected = outcomes.corrected(happened, rules, emissions);
        long timer = nextTimer(kind, after, at, rules);
        long timerBefore = before.timerAt();
        after.setTimerAt(timer);
        return new Plan(
                kind,
                after.getCustomerId(),
                after.getConversationId(),
                Keys.conversation(after.getCustomerId(), after.getConversationId()),
                conversations.encode(after, entries),
                timerBefore == timer ? 0 : timerBefore,
                timerBefore == timer ? 0 : timer,
                corrected,
                journey == null
                        ? null
                        : journeys.encode(
                                after.getCustomerId(), journey, rules.journeys().nextDue(journey)),
                emissions);
    }

    /** The journal with the escalations of this turn, in event order. */
    private static List<AcceptedEvent> whole(
            List<AcceptedEvent> journal, List<AcceptedEvent> appended, List<AcceptedEvent> entries) {
        List<AcceptedEvent> whole = new ArrayList<>(journal);
        whole.addAll(entries.subList(appended.size(), entries.size()));
        whole.sort(ORDER);
        return whole;
    }

    private List<AcceptedEvent> transcript(ConversationState state, List<AcceptedEvent> appended) {
        List<AcceptedEvent> journal = conversations.transcript(state.getCustomerId(), state.getConversationId());
        journal.addAll(appended);
        return journal;
    }

    private void emit(Ruling ruling, ConversationState after, Rules rules, List<Timed> emissions) {
        if (ruling.changed() || ruling.command() != null || allDecisions) {
            emissions.add(
                    new Timed(new Emission.Decided(Records.decision(after, ruling, rules.ruleset())), ruling.at()));
        }
        AssistantCommand command = Records.command(after, ruling, rules.ruleset());
        if (command != null) {
            emissions.add(new Timed(new Emission.Commanded(command), ruling.at()));
        }
    }

    private void handOver(
            Ruling ruling,
            ConversationState after,
            List<AcceptedEvent> transcript,
            @Nullable CustomerJourney journey,
            Rules rules,
            List<Timed> emissions) {
        Route route = rules.routing().of(after, ruling);
        CustomerJourney known = journey != null ? journey : journey(after.getCustomerId(), ruling.at(), rules);
        PacketInput input = new PacketInput(after, ruling, route, transcript, known, openIncidents.apply(ruling.at()));
        emissions.add(new Timed(new Emission.HandedOver(rules.packets().build(input)), ruling.at()));
    }

    /** The entry that pending-timers should hold: set again after it fired, otherwise only moved forward. */
    private static long nextTimer(Kind kind, ConversationState after, long at, Rules rules) {
        long due = rules.conversations().nextDue(after);
        long pending = after.getTimerAt();
        if (kind == Kind.ELAPSED || kind == Kind.FORGOTTEN) {
            return due == Long.MAX_VALUE ? 0 : Math.max(due, at + 1);
        }
        if (due == Long.MAX_VALUE) {
            return pending;
        }
        return pending == 0 || due < pending ? due : pending;
    }

    /** What must be known of the state before the rules write on it. */
    private record Before(
            @Nullable OutcomeView view,
            long timerAt,
            @Nullable String category,
            int escalations,
            @Nullable Integer csat,
            long resolvedAt,
            @Nullable String closeReason,
            boolean exists) {

        static Before of(@Nullable ConversationState state) {
            return state == null
                    ? new Before(null, 0, null, 0, null, 0, null, false)
                    : new Before(
                            OutcomeView.of(state),
                            state.getTimerAt(),
                            state.getCategory(),
                            state.getEscalations(),
                            state.getCsat(),
                            state.getResolvedAt(),
                            state.getCloseReason(),
                            true);
        }

        /** The journey of a customer changes only when a conversation starts, is classified, escalates or ends. */
        boolean contactChanged(ConversationState after) {
            return !exists
                    || escalations != after.getEscalations()
                    || resolvedAt != after.getResolvedAt()
                    || !Objects.equals(csat, after.getCsat())
                    || !Objects.equals(category, after.getCategory())
                    || !Objects.equals(closeReason, after.getCloseReason());
        }
    }
}
