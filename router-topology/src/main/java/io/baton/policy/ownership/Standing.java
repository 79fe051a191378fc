// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.state.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands: what a decision can change.
 *
 * @param owner null before the first event
 */
record Standing(@Nullable Owner owner, Path path, int tier) {

    static final Standing NONE = new Standing(null, Path.AUTOMATED, 0);

    static Standing of(ConversationState s) {
        return new Standing(s.getOwner(), s.getPath(), s.getTier());
    }

    /** What the assistant does while it stands so; null where that does not matter, because nobody expects an answer. */
    @Nullable
    Command mode() {
        if (owner == null) {
            return Command.RESUME;
        }
        return switch (owner) {
            case ASSISTANT -> Command.RESUME;
            case ASSISTANT_REVIEWED -> path == Path.HUMAN ? Command.SILENCE : Command.DRAFT_ONLY;
            case WAITING_FOR_HUMAN, HUMAN -> Command.SILENCE;
            case RESOLVED, CLOSED -> null;
        };
    }

    /** Whether the assistant may not answer the customer itself. */
    boolean forbidsReplies() {
        Command mode = mode();
        return mode == Command.SILENCE || mode == Command.DRAFT_ONLY;
    }

    /** Whether somebody must be told: the tier of a conversation that a human holds decides nothing any more. */
    boolean differsFrom(Standing other) {
        boolean automated = owner == Owner.ASSISTANT || owner == Owner.ASSISTANT_REVIEWED;
        return owner != other.owner || path != other.path || (automated && tier != other.tier);
    }

    /** The command that brings the assistant from here to there; null where it does that already. */
    @Nullable
    Command commandTo(Standing after) {
        Command wanted = after.mode();
        return wanted == mode() ? null : wanted;
    }
}
