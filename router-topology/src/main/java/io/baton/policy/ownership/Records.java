// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.AssistantCommand;
import io.baton.event.Command;
import io.baton.event.ConversationDecision;
import io.baton.event.EscalationRaised;
import io.baton.event.Flip;
import io.baton.event.SignalReading;
import io.baton.policy.decision.Turnaround;
import io.baton.policy.decision.Verdict;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.MoodReader;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import io.baton.state.JourneyChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes out, and what goes into the journal, because of a ruling.
 *
 * <p>Ids follow from conversation, episode and trigger alone, so that the same decision has the same id however often it
 * is written and whatever arrived in between.
 */
public final class Records {

    /** Source of the facts that the router itself adds to a journal. */
    public static final String OWN_SOURCE = "baton";

    /** Signals that are read from how the customer feels. */
    private static final Set<Signal> MOODS =
            EnumSet.of(Signal.SENTIMENT_SHIFT, Signal.NEGATIVE_SENTIMENT, Signal.WORSENING_TREND);
    /** Steps of a ladder that tell the customer something. */
    private static final Set<String> TOLD = Set.of("tell-expectation", "call-back");

    private Records() {}

    /** The decision with its full explanation. */
    public static ConversationDecision decision(ConversationState after, Ruling r, Ruleset rules, MoodReader moods) {
        Verdict verdict = r.verdict();
        return new ConversationDecision(
                decisionId(after, r),
                after.getConversationId(),
                after.getCustomerId(),
                r.episode(),
                Instant.ofEpochMilli(r.at()),
                r.path(),
                r.owner(),
                r.previousOwner(),
                r.tier(),
                r.escalate(),
                verdict.score(),
                verdict.threshold(),
                verdict.aligned(),
                verdict.required(),
                readings(verdict.readings(), moods.because(after)),
                r.rule(),
                r.explanation(),
                flip(r),
                after.getCategory(),
                after.getCustomer().getSegment(),
                rules.version(),
                rules.hash(),
                r.triggeredBy(),
                moods.model(after));
    }

    /**
     * What the assistant is told; null where the ruling asks nothing new of it.
     *
     * @param text what the customer must be told with it; null = nothing
     */
    public static @Nullable AssistantCommand command(ConversationState after, Ruling r, @Nullable String text) {
        Command command = r.command();
        if (command == null) {
            return null;
        }
        return AssistantCommand.newBuilder()
                .setCommandId(decisionId(after, r) + "/command")
                .setConversationId(after.getConversationId())
                .setCustomerId(after.getCustomerId())
                .setEpisode(r.episode())
                .setIssuedAt(Instant.ofEpochMilli(r.at()))
                .setCommand(command)
                .setReason(r.rule())
                .setText(text)
                .setTriggeredBy(r.triggeredBy())
                .build();
    }

    /**
     * What the assistant must pass on where a later revision of a packet tells the customer something and no human is there to
     * say it; null for other revisions.
     */
    public static @Nullable AssistantCommand told(EscalationRaised packet, long at) {
        String update = packet.getUpdate();
        if (update == null || !TOLD.contains(update)) {
            return null;
        }
        return AssistantCommand.newBuilder()
                .setCommandId(packet.getEscalationId() + "#" + packet.getRevision() + "/command")
                .setConversationId(packet.getConversationId())
                .setCustomerId(packet.getCustomerId())
                .setEpisode(packet.getEpisode())
                .setIssuedAt(Instant.ofEpochMilli(at))
                .setCommand(Command.SILENCE)
                .setReason("ladder:" + update)
                .setText(packet.getCustomerMessage())
                .setTriggeredBy("timer:ladder")
                .build();
    }

    /** Id of the escalation that a ruling raises: one an episode. */
    public static String escalationId(ConversationState after, Ruling r) {
        return after.getConversationId() + "/" + r.episode();
    }

    /**
     * The fact that an escalation has left the router for a queue. It must go into the journal in the same transaction as the
     * escalation itself. The owner that it leads to is in the state already; where it stands is not, see {@link Handovers}.
     */
    public static AcceptedEvent issued(
            ConversationState after, Ruling r, String queue, int priority, OptionalLong dueAt) {
        EscalationIssued fact = EscalationIssued.newBuilder()
                .setEpisode(r.episode())
                .setQueue(queue)
                .setPriority(priority)
                .setDueAt(dueAt.isPresent() ? dueAt.getAsLong() : null)
                .setTier(r.tier())
                .setRule(r.rule())
                .setExplanation(r.explanation())
                .setTriggeredBy(r.triggeredBy())
                .setReadings(readings(r.verdict().readings(), List.of()))
                .build();
        return own(after.getCustomerId(), after.getConversationId(), escalationId(after, r), r.at(), fact);
    }

    /** The fact that a packet has left again, for the journal in the same transaction. */
    public static AcceptedEvent updated(ConversationState s, HandoverUpdated fact, long at) {
        String id = s.getConversationId() + "/" + fact.getEpisode() + "#" + fact.getRevision();
        return own(s.getCustomerId(), s.getConversationId(), id, at, fact);
    }

    /**
     * What was known of the customer when a conversation began, as its first journal entry (time 0, so that it stays the
     * first). Without it a late event would be judged by what has become known since.
     */
    public static AcceptedEvent opening(AcceptedEvent first, CustomerSnapshot known) {
        return own(first.getCustomerId(), first.getConversationId(), "opening", 0, new JourneyChanged(known));
    }

    private static AcceptedEvent own(String customer, String conversation, String id, long at, Object fact) {
        return new AcceptedEvent(customer, conversation, OWN_SOURCE, id, at, false, List.of(), fact);
    }

    /**
     * Conversation, episode and trigger. A timer may fire more than once an episode, so its time is added; an event on
     * which it was decided anew, because something came late, keeps the two decisions apart.
     */
    private static String decisionId(ConversationState after, Ruling r) {
        String id = after.getConversationId() + "/" + r.episode() + "/" + r.triggeredBy();
        if (r.triggeredBy().startsWith("timer:")) {
            return id + "#" + r.at();
        }
        if (r.escalate()) {
            return id + "#escalation";
        }
        if (r.rule().equals(Because.OVERSTEP.rule())) {
            return id + "#creep";
        }
        return r.rule().equals(Because.LATE.rule()) ? id + "#late" : id;
    }

    /** What would have turned the verdict, where the verdict was what decided. */
    private static @Nullable Flip flip(Ruling r) {
        boolean automated = switch (r.owner()) {
            case ASSISTANT, ASSISTANT_REVIEWED -> true;
            case WAITING_FOR_HUMAN, HUMAN, RESOLVED, CLOSED -> false;
        };
        boolean decided = r.verdict().escalate() ? r.escalate() : automated;
        Turnaround turn = decided ? r.verdict().flip() : null;
        return turn == null ? null : new Flip(turn.kind(), turn.subject(), turn.from(), turn.to(), turn.text());
    }

    /** Readings as records have them; {@code because} goes with those of the mood. */
    public static List<SignalReading> readings(List<Reading> readings, List<String> because) {
        List<SignalReading> written = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            written.add(reading(reading, because));
        }
        return written;
    }

    private static SignalReading reading(Reading reading, List<String> because) {
        return new SignalReading(
                reading.signal().id(),
                reading.value(),
                reading.threshold(),
                reading.weight(),
                reading.strength(),
                reading.aligned(),
                reading.hard(),
                Instant.ofEpochMilli(reading.at()),
                reading.eventId().isEmpty() ? List.of() : List.of(reading.eventId()),
                MOODS.contains(reading.signal()) ? because : List.of());
    }
}
