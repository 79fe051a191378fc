// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.SameIssue;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;

/**
 * T13: the customer has written about the same issue again and again, however simple it looks. Silent once a human has had
 * the conversation: the look that the rule asks for has been taken.
 */
final class RepeatContact implements Detector {

    @Override
    public Signal signal() {
        return Signal.REPEAT_CONTACT;
    }

    @Override
    public double read(Observation seen) {
        ConversationState s = seen.state();
        if (!seen.byCustomer() || s.getEscalations() > 0) {
            return SILENT;
        }
        return SameIssue.contacts(s, seen.rules().defaultCategory());
    }
}
