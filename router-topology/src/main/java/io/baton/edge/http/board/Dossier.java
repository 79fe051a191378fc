// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the output topics have said of one conversation; the order in which its topics were read does not matter. */
final class Dossier {

    /** Decisions kept of a conversation, the latest. */
    private static final int MOST_DECISIONS = 60;
    /** Revisions of packets remembered, the latest; of all but the last only where it waited. */
    private static final int MOST_REVISIONS = 40;
    /** Bytes on the heap for each decision, packet turn and outcome, estimated from their fields. */
    private static final int DECISION_BYTES = 1_500;

    private static final int PACKET_BYTES = 6_000;
    private static final int TURN_BYTES = 400;

    final String conversationId;
    final String customerId;
    private final List<ConversationDecision> decisions = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private @Nullable EscalationRaised packet;
    private @Nullable ConversationOutcome outcome;

    Dossier(String conversationId, String customerId) {
        this.conversationId = conversationId;
        this.customerId = customerId;
    }

    void add(ConversationDecision decision) {
        if (decisions.stream().anyMatch(known -> known.getDecisionId().equals(decision.getDecisionId()))) {
            return;
        }
        decisions.add(decision);
        decisions.sort(Comparator.comparing(ConversationDecision::getDecidedAt)
                .thenComparing(ConversationDecision::getEpisode)
                .thenComparing(ConversationDecision::getOwner));
        if (decisions.size() > MOST_DECISIONS) {
            decisions.remove(0);
        }
    }

    void add(EscalationRaised raised) {
        EscalationRaised known = packet;
        if (known == null
                || raised.getEpisode() > known.getEpisode()
                || (raised.getEpisode() == known.getEpisode() && raised.getRevision() >= known.getRevision())) {
            packet = raised;
        }
        note(Revision.of(raised));
    }

    private void note(Revision told) {
        revisions.removeIf(earlier -> earlier.episode() == told.episode() && earlier.number() == told.number());
        revisions.add(told);
        revisions.sort(Comparator.comparingInt(Revision::episode).thenComparingInt(Revision::number));
        if (revisions.size() > MOST_REVISIONS) {
            revisions.remove(0);
        }
    }

    void add(ConversationOutcome told) {
        ConversationOutcome known = outcome;
        if (known == null || told.getRevision() >= known.getRevision()) {
            outcome = told;
        }
    }

    List<ConversationDecision> decisions() {
        return List.copyOf(decisions);
    }

    List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    @Nullable
    EscalationRaised packet() {
        return packet;
    }

    @Nullable
    ConversationOutcome outcome() {
        return outcome;
    }

    @Nullable
    ConversationDecision last() {
        return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    }

    /** Where its escalation stands; null where it has none. */
    @Nullable
    Status status() {
        EscalationRaised raised = packet;
        return raised == null ? null : Status.of(last(), raised.getEpisode());
    }

    /** When an agent took the escalation, milliseconds since 1970; 0 = not yet. */
    long acceptedAt() {
        EscalationRaised raised = packet;
        if (raised == null) {
            return 0;
        }
        for (ConversationDecision decision : decisions) {
            if (decision.getEpisode() == raised.getEpisode() && decision.getOwner() == Owner.HUMAN) {
                return decision.getDecidedAt().toEpochMilli();
            }
        }
        return 0;
    }

    boolean isOpen() {
        Status status = status();
        return status != null && status.isOpen();
    }

    boolean isEmpty() {
        return packet == null && outcome == null && decisions.isEmpty();
    }

    /** Bytes it takes on the heap, about. */
    long bytes() {
        EscalationRaised raised = packet;
        long packetBytes = raised == null
                ? 0
                : PACKET_BYTES + (long) TURN_BYTES * raised.getTranscript().size();
        return 500 + (long) DECISION_BYTES * decisions.size() + packetBytes;
    }
}
