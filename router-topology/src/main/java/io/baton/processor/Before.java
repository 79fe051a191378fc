// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.outcome.OutcomeView;
import io.baton.policy.playbook.IncidentFigures;
import io.baton.state.ConversationState;
import io.baton.state.IncidentDelta;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What must be known of the state before the rules write on it. */
record Before(
        @Nullable OutcomeView view,
        long timerAt,
        @Nullable String category,
        int escalations,
        @Nullable Integer csat,
        long resolvedAt,
        @Nullable String closeReason,
        Map<String, IncidentDelta> incidents,
        Set<Bytes> waiting,
        boolean exists) {

    static Before of(@Nullable ConversationState state, Rules rules) {
        return state == null
                ? new Before(null, 0, null, 0, null, 0, null, Map.of(), Set.of(), false)
                : new Before(
                        OutcomeView.of(state),
                        state.getTimerAt(),
                        state.getCategory(),
                        state.getEscalations(),
                        state.getCsat(),
                        state.getResolvedAt(),
                        state.getCloseReason(),
                        IncidentFigures.of(state, rules.incidents(), state.getLastAt()),
                        WaitingLine.places(state),
                        true);
    }

    /** The journey of a customer changes only when a conversation starts, is classified, escalates or ends. */
    boolean contactChanged(ConversationState after) {
        return !exists
                || escalations != after.getEscalations()
                || resolvedAt != after.getResolvedAt()
                || !Objects.equals(csat, after.getCsat())
                || !Objects.equals(category, after.getCategory())
                || !Objects.equals(closeReason, after.getCloseReason());
    }
}
