// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * Where in which conversation a verdict was given: what thresholds depend on, copied because the state goes on.
 *
 * @param turn messages so far
 * @param at time of the event or timer that was decided on, epoch milliseconds
 */
record Place(String channel, @Nullable String category, String segment, int turn, long at) {

    static Place of(ConversationState s, long at) {
        ConversationFigures figures = s.getFigures();
        int turn = figures.getCustomerTurns() + figures.getAssistantTurns() + figures.getAgentTurns();
        return new Place(s.getChannel(), s.getCategory(), s.getCustomer().getSegment(), turn, at);
    }
}
