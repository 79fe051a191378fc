// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.AssistantReply;
import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.state.ConversationState;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands: what a decision can change.
 *
 * @param owner null before the first event
 * @param status the incidents whose status the assistant gives instead of solving anything, with their stages; empty = none
 */
record Standing(@Nullable Owner owner, Path path, int tier, String status) {

    static final Standing NONE = new Standing(null, Path.AUTOMATED, 0, "");

    static Standing of(ConversationState s) {
        return new Standing(s.getOwner(), s.getPath(), s.getTier(), status(s));
    }

    static String status(ConversationState s) {
        return s.getIncidents().isEmpty() || !Tiering.automated(s)
                ? ""
                : Crisis.lasting(s).stream()
                        .map(touch -> touch.getIncidentId() + " " + touch.getPlaybook() + " " + touch.getStage())
                        .collect(Collectors.joining(", "));
    }

    /** What the assistant does while it stands so; null where that does not matter, because nobody expects an answer. */
    @Nullable
    Command mode() {
        if (owner == null) {
            return Command.RESUME;
        }
        return switch (owner) {
            case ASSISTANT -> status.isEmpty() ? Command.RESUME : Command.STATUS_MODE;
            case ASSISTANT_REVIEWED -> path == Path.HUMAN ? Command.SILENCE : reviewed();
            case WAITING_FOR_HUMAN, HUMAN -> Command.SILENCE;
            case RESOLVED, CLOSED -> null;
        };
    }

    /** What was approved beforehand needs no human to send it. */
    private Command reviewed() {
        return status.isEmpty() ? Command.DRAFT_ONLY : Command.STATUS_MODE;
    }

    /** Whether the assistant may not answer so: not at all, not by itself, or with nothing but the status. */
    boolean forbids(AssistantReply reply) {
        Command mode = mode();
        return mode == Command.SILENCE
                || mode == Command.DRAFT_ONLY
                || (mode == Command.STATUS_MODE && reply.getAction() != null);
    }

    /** Whether somebody must be told: the tier of a conversation that a human holds decides nothing any more. */
    boolean differsFrom(Standing other) {
        boolean automated = owner == Owner.ASSISTANT || owner == Owner.ASSISTANT_REVIEWED;
        return owner != other.owner
                || path != other.path
                || (automated && (tier != other.tier || !status.equals(other.status)));
    }

    /** The command that brings the assistant from here to there; null where it does that already. */
    @Nullable
    Command commandTo(Standing after) {
        Command wanted = after.mode();
        boolean newStatus = wanted == Command.STATUS_MODE && !status.equals(after.status);
        return wanted == mode() && !newStatus ? null : wanted;
    }
}
