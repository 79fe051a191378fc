// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.playbook.FollowUp;
import io.baton.policy.playbook.IncidentFigures;
import io.baton.state.ConversationState;
import io.baton.state.IncidentDelta;
import java.util.Map;

/** Works out what a turn adds to the accounts of incidents, and who is to be told that one is over. Writes nothing. */
final class IncidentDesk {

    private IncidentDesk() {}

    /** @param before what the conversation had contributed by incident before the turn */
    static void account(Map<String, IncidentDelta> before, ConversationState after, long at, Rules rules, Work work) {
        if (after.getIncidents().isEmpty()) {
            return;
        }
        Map<String, IncidentDelta> now = IncidentFigures.of(after, rules.incidents(), at);
        for (IncidentDelta delta : IncidentFigures.diff(before, now)) {
            work.emit(new Emission.Touched(delta), delta.getAt());
            if (delta.getFollowUps() > 0) {
                work.emit(new Emission.Noted(FollowUp.of(after, delta, rules.ruleset())), delta.getAt());
            }
        }
    }
}
