// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.feed;

import io.baton.policy.outcome.OutcomeView;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a turn has made of a conversation, as far as anybody can learn from it.
 *
 * @param ids state after the turn
 * @param before how it stood; null where it did not exist
 * @param after how it stands
 * @param journal every event of it in event order; read where there is something to say about it, which is seldom
 * @param appended those of them that came with the turn
 * @param at time of the turn, epoch milliseconds
 */
public record Change(
        ConversationState ids,
        @Nullable OutcomeView before,
        OutcomeView after,
        Supplier<List<AcceptedEvent>> journal,
        List<AcceptedEvent> appended,
        long at) {}
