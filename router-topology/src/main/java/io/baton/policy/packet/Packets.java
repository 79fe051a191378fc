// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AssistantReply;
import io.baton.event.Attempt;
import io.baton.event.ConfidencePoint;
import io.baton.event.CustomerCard;
import io.baton.event.EscalationRaised;
import io.baton.event.EscalationReason;
import io.baton.event.History;
import io.baton.event.Mood;
import io.baton.event.SimilarCase;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.packet.Dialogue.Line;
import io.baton.policy.routing.Route;
import io.baton.policy.routing.Seats;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.LexiconScorer;
import io.baton.policy.signal.MoodReader;
import io.baton.policy.signal.TextScorer;
import io.baton.state.ConversationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes the packet that goes with an escalation: everything an agent needs to go on without asking again.
 *
 * <p>By rule alone, from what is known: the same input gives the same packet, and nothing is said that nobody said.
 * Immutable and thread-safe; one instance a ruleset.
 */
public final class Packets {

    private final Ruleset rules;
    private final TextScorer scorer;
    private final MoodReader moods;

    /** @param moods who reads how customers feel where the platform does not say */
    public Packets(Ruleset rules, MoodReader moods) {
        this(rules, new LexiconScorer(rules.phrases()), moods);
    }

    /** @param scorer tells where a customer says to have tried something already */
    public Packets(Ruleset rules, TextScorer scorer, MoodReader moods) {
        this.rules = rules;
        this.scorer = scorer;
        this.moods = moods;
    }

    /** The packet, bounded in size, its completeness scored. */
    public EscalationRaised build(PacketInput in) {
        Case c = Case.of(rules, scorer, in);
        History history = Past.of(c);
        Mood mood = CustomerMood.of(c, history);
        Goal goal = Goal.of(c);
        List<Attempt> attempts = Attempts.of(c);
        List<EscalationReason> reasons = Reasons.of(c);
        CustomerCard card = Account.of(c);
        List<SimilarCase> similar = in.solutions()
                .like(
                        c.state().getCategory(),
                        card.getSegment(),
                        c.situation().at(),
                        rules.handover().similarCases());
        Transcript transcript = Transcript.of(c.dialogue().lines());
        EscalationRaised.Builder packet = addressed(c)
                .setMood(mood)
                .setSummary(new Briefing(c, mood, goal, attempts, reasons).text(card, history))
                .setGoal(goal.text())
                .setAttempts(attempts)
                .setExplanation(explanation(in.ruling(), reasons))
                .setReasons(reasons)
                .setConfidenceTrail(trail(c.dialogue()))
                .setSentimentTrail(SentimentTrail.of(c, moods))
                .setTranscript(transcript.turns())
                .setTranscriptOmitted(transcript.omitted())
                .setCustomer(card)
                .setHistory(history)
                .setSimilarCases(similar)
                .setSuggestedStep(NextStep.of(c, mood, attempts, similar))
                .setCustomerMessage(CustomerWord.of(c, reasons))
                .setUrgency(mood.getUrgency());
        return packet.setCompleteness(
                        PacketCompleteness.of(packet, c.situation().reAsked()))
                .build();
    }

    private EscalationRaised.Builder addressed(Case c) {
        ConversationState state = c.state();
        Ruling ruling = c.in().ruling();
        Route route = c.in().route();
        Seats seats = c.situation().seats();
        return EscalationRaised.newBuilder()
                .setEscalationId(state.getConversationId() + "/" + ruling.episode())
                .setRevision(c.situation().revision())
                .setConversationId(state.getConversationId())
                .setCustomerId(state.getCustomerId())
                .setEpisode(ruling.episode())
                .setEscalatedAt(Instant.ofEpochMilli(ruling.at()))
                .setQueue(route.queue())
                .setPriority(route.priority())
                .setDueAt(instant(route.dueAt()))
                .setTier(ruling.tier())
                .setCategory(state.getCategory())
                .setLanguage(state.getLanguage())
                .setChannel(state.getChannel())
                .setPolicyVersion(rules.version())
                .setPolicyHash(rules.hash())
                .setTriggeredBy(ruling.triggeredBy())
                .setUpdatedAt(
                        c.situation().update() == null
                                ? null
                                : Instant.ofEpochMilli(c.situation().at()))
                .setUpdate(c.situation().update())
                .setSkill(c.situation().widened() ? null : c.queue().skill())
                .setPreviousQueue(c.situation().previousQueue())
                .setAsynchronous(c.situation().asynchronous())
                .setAgentsOnline(seats == null ? null : seats.online())
                .setAgentsFree(seats == null ? null : seats.free());
    }

    private static String explanation(Ruling ruling, List<EscalationReason> reasons) {
        if (!ruling.explanation().isBlank()) {
            return ruling.explanation();
        }
        return ruling.verdict().explanation().isBlank()
                ? reasons.get(0).getText()
                : ruling.verdict().explanation();
    }

    /** Confidence of every reply that reports one (H08), as many of the latest as a transcript has turns. */
    private static List<ConfidencePoint> trail(Dialogue dialogue) {
        List<ConfidencePoint> trail = new ArrayList<>();
        for (Line line : dialogue.lines()) {
            AssistantReply reply = line.reply();
            if (reply != null && reply.getConfidence() != null) {
                trail.add(new ConfidencePoint(line.turn(), Instant.ofEpochMilli(line.at()), reply.getConfidence()));
            }
        }
        return trail.subList(Math.max(0, trail.size() - Transcript.MAX_TURNS), trail.size());
    }

    private static @Nullable Instant instant(OptionalLong millis) {
        return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
    }
}
