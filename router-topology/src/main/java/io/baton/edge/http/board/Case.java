// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation at one moment.
 *
 * @param decisions oldest first
 * @param revisions what each packet of it said of where it waits, oldest first
 * @param packet the latest packet of its latest escalation; null where it was never handed over
 * @param status where that escalation stands; null where there is none
 * @param acceptedAt when an agent took it, milliseconds since 1970; 0 = not yet
 */
public record Case(
        String conversationId,
        String customerId,
        List<ConversationDecision> decisions,
        List<Revision> revisions,
        @Nullable EscalationRaised packet,
        @Nullable ConversationOutcome outcome,
        @Nullable Status status,
        long acceptedAt) {

    static Case of(Dossier dossier) {
        return new Case(
                dossier.conversationId,
                dossier.customerId,
                dossier.decisions(),
                dossier.revisions(),
                dossier.packet(),
                dossier.outcome(),
                dossier.status(),
                dossier.acceptedAt());
    }

    /**
     * Names what a reader has seen, so that a write on something that has moved on is noticed: episode, revision of the packet
     * and status. The same on every instance.
     */
    public String revision() {
        EscalationRaised raised = packet;
        if (raised == null || status == null) {
            return "none";
        }
        return raised.getEpisode() + "." + raised.getRevision() + "." + status.text();
    }

    /** The escalation's queue, for messages; empty where there is none. */
    public String queue() {
        EscalationRaised raised = packet;
        return raised == null ? "" : raised.getQueue().toLowerCase(Locale.ROOT);
    }
}
