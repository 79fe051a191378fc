// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantCommand;
import io.baton.event.ConversationEvent;
import io.baton.event.EscalationRaised;
import io.baton.event.Owner;
import io.baton.policy.ownership.EventOrder;
import io.baton.policy.ownership.Handovers;
import io.baton.policy.ownership.Recalled;
import io.baton.policy.ownership.Records;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.packet.PacketInput;
import io.baton.policy.packet.ReAsk;
import io.baton.policy.packet.Situation;
import io.baton.policy.routing.Availability;
import io.baton.policy.routing.Climb;
import io.baton.policy.routing.Route;
import io.baton.policy.routing.Seats;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.EscalationIssued;
import io.baton.state.Handover;
import io.baton.state.HandoverUpdated;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out what hand-overs are to come of a turn: the packet of an escalation, and each later revision of it while nobody
 * takes it (chapters 5 and 6). Writes nothing.
 */
final class HandoverDesk {

    /** What a revision is for that an agent's question has led to. */
    private static final String RE_ASKED = "re-asked";

    private static final EventOrder ORDER = new EventOrder();

    private final ConversationStore conversations;
    private final JourneyStore journeys;
    private final Availability availability;

    HandoverDesk(ConversationStore conversations, JourneyStore journeys, Availability availability) {
        this.conversations = conversations;
        this.journeys = journeys;
        this.availability = availability;
    }

    /**
     * Raises an escalation: its packet, the fact for the journal, and where it stands from now on.
     *
     * @param journal every event of the conversation; null = what is stored and what the turn has added
     * @param known journey as this turn leaves it; null = as stored
     */
    EscalationRaised raise(
            Ruling ruling,
            ConversationState after,
            @Nullable List<AcceptedEvent> journal,
            @Nullable CustomerJourney known,
            Rules rules,
            Work work) {
        Route route = rules.routing().of(after, ruling);
        long at = ruling.at();
        EscalationRaised packet = rules.packets()
                .build(new PacketInput(
                        after,
                        ruling,
                        route,
                        journal != null ? journal : journal(after, work),
                        known != null ? known : journey(after, at, rules),
                        rules.incidents().open(at),
                        Situation.raised(at, availability.at(route.queue(), at)),
                        rules.solutions()));
        AcceptedEvent issued = Records.issued(after, ruling, route.queue(), route.priority(), route.dueAt());
        work.entries().add(issued);
        if (after.getEscalatedEpisode() == ruling.episode()) {
            Handovers.issued(after, (EscalationIssued) issued.getFact(), at);
        }
        return packet;
    }

    /** Lets everything happen to a waiting escalation that is due up to and including {@code until}. */
    void climb(ConversationState s, long until, Rules rules, TurnReport report, Work work) {
        Climb climb = Handovers.waits(s) ? rules.ladders().next(s, until, availability) : null;
        while (climb != null) {
            report.add(rules.conversations().elapse(s, climb.at()), s, rules, work);
            if (!Handovers.waits(s)) {
                return;
            }
            update(s, climb.fact(), climb.at(), rules, work);
            climb = rules.ladders().next(s, until, availability);
        }
    }

    /** Sends the packet once more, with a lower score, where an agent has asked the customer for what it held (H17). */
    void listen(ConversationState s, AcceptedEvent event, Rules rules, Work work) {
        Handover h = s.getHandover();
        String said = said(event);
        if (h == null || said == null || s.getOwner() != Owner.HUMAN || event.getAt() < h.getAt()) {
            return;
        }
        Set<String> asked = rules.reAsk().asked(said);
        asked.removeAll(h.getReAsked());
        if (asked.isEmpty() || !rules.ruleset().queues().containsKey(h.getQueue())) {
            return;
        }
        List<AcceptedEvent> then = new ArrayList<>(journal(s, work));
        then.removeIf(one -> one.getAt() > h.getAt());
        AcceptedEvent raised = raised(then, h.getEpisode());
        if (raised == null) {
            return;
        }
        List<String> held = ReAsk.held(packet(s, raised, then, h, Situation.raised(h.getAt(), null), rules), asked);
        if (!held.isEmpty()) {
            List<String> all = new ArrayList<>(h.getReAsked());
            all.addAll(held);
            update(s, Handovers.next(h, RE_ASKED).setReAsked(all).build(), event.getAt(), rules, work);
        }
    }

    /** What an agent wrote by hand; null for everything else. A draft that was sent is the assistant's question. */
    private static @Nullable String said(AcceptedEvent event) {
        return event.getFact() instanceof ConversationEvent told
                        && told.getData() instanceof AgentMessage message
                        && message.getBasedOnDraft() == null
                ? message.getText()
                : null;
    }

    /** When to look again at a waiting escalation; {@code Long.MAX_VALUE} = when something is reported. */
    long nextDue(ConversationState s, long now, Rules rules) {
        return Handovers.waits(s) ? rules.ladders().nextDue(s, now, availability) : Long.MAX_VALUE;
    }

    /** Sends the packet once more, as the fact changes it. */
    void update(ConversationState s, HandoverUpdated fact, long at, Rules rules, Work work) {
        Handover before = s.getHandover();
        List<AcceptedEvent> journal = journal(s, work);
        AcceptedEvent raised = raised(journal, fact.getEpisode());
        Handovers.updated(s, fact, at);
        Handover after = s.getHandover();
        work.entries().add(Records.updated(s, fact, at));
        if (before == null || after == null || raised == null) {
            return;
        }
        EscalationRaised packet =
                packet(s, raised, journal, after, Situation.updated(before, after, seats(fact)), rules);
        work.emit(new Emission.Updated(packet), at);
        AssistantCommand told = Records.told(packet, at);
        if (told != null) {
            work.emit(new Emission.Commanded(told), at);
        }
    }

    /** A packet of an escalation that is out. */
    private EscalationRaised packet(
            ConversationState s,
            AcceptedEvent raised,
            List<AcceptedEvent> journal,
            Handover h,
            Situation situation,
            Rules rules) {
        Ruling ruling = Recalled.ruling((EscalationIssued) raised.getFact(), raised.getAt());
        long at = situation.at();
        return rules.packets()
                .build(new PacketInput(
                        s,
                        ruling,
                        route(h),
                        journal,
                        journey(s, at, rules),
                        rules.incidents().open(at),
                        situation,
                        rules.solutions()));
    }

    private static Route route(Handover h) {
        Long due = h.getDueAt();
        return new Route(
                h.getQueue(), h.getPriority(), due == null ? OptionalLong.empty() : OptionalLong.of(due), h.getCause());
    }

    private static @Nullable Seats seats(HandoverUpdated fact) {
        Integer online = fact.getOnline();
        Integer free = fact.getFree();
        return online == null || free == null ? null : new Seats(online, free);
    }

    private static @Nullable AcceptedEvent raised(List<AcceptedEvent> journal, int episode) {
        return journal.stream()
                .filter(event -> event.getFact() instanceof EscalationIssued issued && issued.getEpisode() == episode)
                .findFirst()
                .orElse(null);
    }

    private List<AcceptedEvent> journal(ConversationState s, Work work) {
        List<AcceptedEvent> journal =
                new ArrayList<>(conversations.transcript(s.getCustomerId(), s.getConversationId()));
        journal.addAll(work.entries());
        journal.sort(ORDER);
        return journal;
    }

    private @Nullable CustomerJourney journey(ConversationState s, long at, Rules rules) {
        return rules.journeys().kept(journeys.load(s.getCustomerId()), at);
    }
}
