// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.ConversationResolved;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.policy.signal.Evidence;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.Weighing;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a conversation and its episodes begin and end. Writes those fields of the state that outcomes are computed from;
 * nothing else writes them.
 */
final class Episodes {

    /** What a conversation is said to be on before its start has been seen. */
    static final String UNKNOWN_CHANNEL = "unknown";

    private static final Set<Signal> FRUSTRATION = EnumSet.of(
            Signal.SENTIMENT_SHIFT,
            Signal.NEGATIVE_SENTIMENT,
            Signal.ESCALATION_KEYWORDS,
            Signal.CONSIDERING_ALTERNATIVES,
            Signal.DISTRESS);

    /** More reopenings than any conversation has; what a loop between two systems does must not grow state. */
    private static final int MOST_TAKEN_BACK = 20;

    private final Tiering tiering;

    Episodes(Tiering tiering) {
        this.tiering = tiering;
    }

    /** A conversation before its first event has been taken in. */
    static ConversationState open(AcceptedEvent first, CustomerSnapshot known) {
        ConversationState s = new ConversationState();
        s.setCustomerId(first.getCustomerId());
        s.setConversationId(first.getConversationId());
        s.setChannel(UNKNOWN_CHANNEL);
        s.setOwner(Owner.ASSISTANT);
        s.setPath(Path.AUTOMATED);
        s.setStartPath(Path.AUTOMATED);
        s.setTier(1);
        s.setEpisode(1);
        s.setCustomer(Particulars.copy(known));
        s.setStartedAt(first.getAt());
        s.setEpisodeAt(first.getAt());
        s.setLastAt(first.getAt());
        s.setFigures(figures());
        s.setSignals(new ArrayList<>());
        s.setTakenBack(List.of());
        s.setRecent(ByteBuffer.allocate(0));
        s.setIncidents(new ArrayList<>());
        s.setTextCourse(ByteBuffer.allocate(0));
        return s;
    }

    /** What the schema has as defaults, where that is not null, 0 or false; its builder would copy each of them anew. */
    private static ConversationFigures figures() {
        ConversationFigures figures = new ConversationFigures();
        figures.setConfidenceLast(-1f);
        figures.setIntensity(1);
        figures.setActionHashes(new ArrayList<>());
        figures.setMessageSketches(new ArrayList<>());
        figures.setReplySketches(new ArrayList<>());
        return figures;
    }

    /** Begins an episode with the assistant: old evidence, the old ending and what was at stake are gone. */
    void begin(ConversationState s, int episode, long at) {
        s.setEpisode(episode);
        Evidence.newEpisode(s, at);
        s.setReviewByScore(false);
        takeBack(s, at);
        forgetEnding(s);
        s.setTier(tiering.tier(s));
        Tiering.settle(s);
    }

    /** Hands over: from now on a human is waited for. */
    static void escalate(ConversationState s, long at) {
        s.setOwner(Owner.WAITING_FOR_HUMAN);
        s.setPath(Path.HUMAN);
        s.setEscalatedEpisode(s.getEpisode());
        s.setEscalations(s.getEscalations() + 1);
        s.setEscalatedAt(at);
        s.setJoinedAt(0);
        s.setHandover(null);
    }

    /** A human holds it; one who joins after the end takes it up again. */
    static void take(ConversationState s, long at) {
        if (s.getOwner() == Owner.WAITING_FOR_HUMAN) {
            s.setJoinedAt(at);
        }
        s.setOwner(Owner.HUMAN);
        s.setPath(Path.HUMAN);
        s.setReviewByScore(false);
        takeBack(s, at);
        forgetEnding(s);
    }

    /**
     * The last one to say that it is solved is believed. The same one saying so twice says nothing new: the time at which the
     * customer was helped stays.
     */
    static void resolve(ConversationState s, ConversationResolved resolved, long at, Weighing evidence) {
        if (s.getOwner() == Owner.RESOLVED && s.getResolvedBy() == resolved.getBy()) {
            return;
        }
        if (!Tiering.ended(s)) {
            s.setFrustratedAtEnd(frustrated(evidence));
        }
        s.setOwner(Owner.RESOLVED);
        s.setResolvedBy(resolved.getBy());
        s.setResolvedAt(at);
        s.setResolution(resolved.getResolution());
        s.setAgentId(resolved.getAgentId());
        s.setCloseReason(null);
        s.setIdleClosed(false);
        s.setDurable(false);
    }

    /** Closing what was resolved keeps the time at which it was: that is when the customer was helped. */
    static void close(ConversationState s, String reason, long at, Weighing evidence) {
        if (s.getResolvedAt() == 0) {
            s.setFrustratedAtEnd(frustrated(evidence));
            s.setResolvedAt(at);
        }
        s.setOwner(Owner.CLOSED);
        s.setCloseReason(reason);
        s.setIdleClosed(false);
    }

    /** A resolution that did not hold stays known, with who had done the work until then. */
    private static void takeBack(ConversationState s, long at) {
        boolean resolved = s.getResolvedBy() != null || "resolved".equals(s.getCloseReason());
        if (!resolved || s.getTakenBack().size() >= 3 * MOST_TAKEN_BACK) {
            return;
        }
        List<Long> all = new ArrayList<>(s.getTakenBack());
        all.addAll(List.of(s.getResolvedAt(), at, workedBy(s)));
        s.setTakenBack(all);
    }

    private static long workedBy(ConversationState s) {
        boolean human = s.getAgentTouched() || s.getResolvedBy() == Resolver.AGENT;
        boolean assistant = s.getAssistantTouched() || s.getResolvedBy() == Resolver.ASSISTANT;
        return human ? (assistant ? 1 : 2) : 0;
    }

    private static void forgetEnding(ConversationState s) {
        s.setResolvedBy(null);
        s.setResolvedAt(0);
        s.setResolution(null);
        s.setAgentId(null);
        s.setCloseReason(null);
        s.setIdleClosed(false);
        s.setFrustratedAtEnd(false);
        s.setDurable(false);
    }

    private static boolean frustrated(Weighing evidence) {
        return evidence.readings().stream().anyMatch(Episodes::frustrated);
    }

    private static boolean frustrated(Reading reading) {
        return FRUSTRATION.contains(reading.signal()) && reading.strength() > 0;
    }
}
