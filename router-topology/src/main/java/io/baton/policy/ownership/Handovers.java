// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Owner;
import io.baton.state.ConversationState;
import io.baton.state.EscalationIssued;
import io.baton.state.Handover;
import io.baton.state.HandoverUpdated;
import java.util.List;

/**
 * Where the escalation of an episode stands, folded from facts alone: that it was issued, and each update of its packet.
 *
 * <p>An update is taken by its revision and moves nothing else of the state, so it makes no difference whether it is folded
 * before or after an event that has come late.
 */
public final class Handovers {

    private Handovers() {}

    /** An escalation has left the router, to the queue that the fact names; one of an older release names none. */
    public static void issued(ConversationState s, EscalationIssued fact, long at) {
        Handover before = s.getHandover();
        if (fact.getQueue().isEmpty() || (before != null && before.getEpisode() >= fact.getEpisode())) {
            return;
        }
        s.setHandover(Handover.newBuilder()
                .setEpisode(fact.getEpisode())
                .setAt(at)
                .setFirstQueue(fact.getQueue())
                .setQueue(fact.getQueue())
                .setPriority(fact.getPriority())
                .setDueAt(fact.getDueAt())
                .setChangedAt(at)
                .build());
    }

    /** Its packet has left again; one that is older than what is known, or of another escalation, changes nothing. */
    public static void updated(ConversationState s, HandoverUpdated fact, long at) {
        Handover h = s.getHandover();
        if (h == null || h.getEpisode() != fact.getEpisode() || h.getRevision() >= fact.getRevision()) {
            return;
        }
        s.setHandover(Handover.newBuilder(h)
                .setQueue(fact.getQueue())
                .setPriority(fact.getPriority())
                .setRevision(fact.getRevision())
                .setChangedAt(at)
                .setCause(fact.getCause())
                .setStep(fact.getStep())
                .setWidened(fact.getWidened())
                .setAsynchronous(fact.getAsynchronous())
                .setReAsked(List.copyOf(fact.getReAsked()))
                .build());
    }

    /** Whether a customer waits for a human and it is known in which queue. */
    public static boolean waits(ConversationState s) {
        return s.getHandover() != null && s.getOwner() == Owner.WAITING_FOR_HUMAN;
    }

    /** The next revision of the packet, with nothing changed yet. */
    public static HandoverUpdated.Builder next(Handover h, String cause) {
        return HandoverUpdated.newBuilder()
                .setEpisode(h.getEpisode())
                .setRevision(h.getRevision() + 1)
                .setCause(cause)
                .setStep(h.getStep())
                .setQueue(h.getQueue())
                .setPriority(h.getPriority())
                .setWidened(h.getWidened())
                .setAsynchronous(h.getAsynchronous())
                .setReAsked(List.copyOf(h.getReAsked()));
    }
}
