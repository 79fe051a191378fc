// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Resolver;
import io.baton.state.ConversationState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation ended.
 *
 * @param at when, epoch milliseconds
 * @param result what became of it
 * @param resolvedBy who solved it; null where nobody did or nobody was named
 * @param resolution code of what solved it; null = not reported
 * @param agentId the agent who solved it; null = none
 * @param frustrated whether evidence of frustration was alive at the end
 * @param durable whether the customer has stayed away long enough for the outcome to be settled
 */
public record Ending(
        long at,
        Result result,
        @Nullable Resolver resolvedBy,
        @Nullable String resolution,
        @Nullable String agentId,
        boolean frustrated,
        boolean durable) {

    /** What became of a conversation. */
    public enum Result {
        RESOLVED,
        ABANDONED,
        MERGED,
        SPAM;

        /** Word in the outcome record. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Null while the conversation is open, and again after it was reopened. */
    static @Nullable Ending of(ConversationState state) {
        if (state.getResolvedAt() == 0) {
            return null;
        }
        return new Ending(
                state.getResolvedAt(),
                result(state.getResolvedBy(), state.getCloseReason()),
                state.getResolvedBy(),
                state.getResolution(),
                state.getAgentId(),
                state.getFrustratedAtEnd(),
                state.getDurable());
    }

    /**
     * What was said to be solved stays so when it is closed afterwards, for whatever reason. Closed without a word that
     * anybody solved it, and for no other reason that is known, it was abandoned.
     */
    private static Result result(@Nullable Resolver resolvedBy, @Nullable String closeReason) {
        if (resolvedBy != null || "resolved".equals(closeReason)) {
            return Result.RESOLVED;
        }
        if ("merged".equals(closeReason)) {
            return Result.MERGED;
        }
        return "spam".equals(closeReason) ? Result.SPAM : Result.ABANDONED;
    }

    /** Whether it is a success or a failure of anybody: merged conversations and spam are neither. */
    public boolean counts() {
        return resolved() || abandoned();
    }

    public boolean resolved() {
        return result == Result.RESOLVED;
    }

    boolean abandoned() {
        return result == Result.ABANDONED;
    }
}
