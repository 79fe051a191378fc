// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;

/**
 * T09: a customer message waits without any answer, counted from the first that waits.
 */
final class Unanswered implements Clock {

    @Override
    public Signal signal() {
        return Signal.UNANSWERED;
    }

    @Override
    public long from(ConversationState state) {
        return state.getFigures().getWaitingFrom();
    }
}
