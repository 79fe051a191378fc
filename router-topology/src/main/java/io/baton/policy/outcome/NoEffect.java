// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.ConversationEvent;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.EscalationReviewed;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;

/** Events that move no figure, because they contradict what is known; they are counted. */
public final class NoEffect {

    private NoEffect() {}

    /** A reopening of what has not ended, the same resolution again, or a verdict on an escalation that was never made here. */
    public static boolean is(ConversationState before, AcceptedEvent event) {
        if (!(event.getFact() instanceof ConversationEvent told)) {
            return false;
        }
        Object data = told.getData();
        if (data instanceof ConversationReopened) {
            return before.getResolvedAt() == 0;
        }
        if (data instanceof ConversationResolved resolved) {
            return before.getResolvedAt() != 0 && before.getResolvedBy() == resolved.getBy();
        }
        return data instanceof EscalationReviewed review && !made(before, review.getEscalationId());
    }

    private static boolean made(ConversationState state, String escalationId) {
        String prefix = state.getConversationId() + "/";
        if (!escalationId.startsWith(prefix)) {
            return false;
        }
        String episode = escalationId.substring(prefix.length());
        return episode.matches("[1-9][0-9]{0,8}") && Integer.parseInt(episode) <= state.getEscalatedEpisode();
    }
}
