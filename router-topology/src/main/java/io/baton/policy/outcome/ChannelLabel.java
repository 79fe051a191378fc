// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.state.ConversationState;

/**
 * Who did the work on a conversation (M01).
 *
 * <p>{@code AUTOMATED}: no human took part. {@code ASSISTED}: the assistant answered or drafted, and a human sent or
 * finished. {@code HUMAN}: humans only. Whoever is said to have solved it took part, even where no message of theirs was
 * seen: an agent may resolve a ticket without writing a word.
 */
public final class ChannelLabel {

    private ChannelLabel() {}

    /** The label of what has happened so far; a label of the outcome only once the conversation has ended. */
    public static Channel of(ConversationState state) {
        boolean human = state.getAgentTouched() || state.getResolvedBy() == Resolver.AGENT;
        boolean assistant = state.getAssistantTouched() || state.getResolvedBy() == Resolver.ASSISTANT;
        if (!human) {
            return Channel.AUTOMATED;
        }
        return assistant ? Channel.ASSISTED : Channel.HUMAN;
    }

    /** The channel that counts what is not finished yet: that of the path the conversation began on. */
    static Channel of(Path startPath) {
        return switch (startPath) {
            case AUTOMATED -> Channel.AUTOMATED;
            case ASSISTED -> Channel.ASSISTED;
            case HUMAN -> Channel.HUMAN;
        };
    }
}
