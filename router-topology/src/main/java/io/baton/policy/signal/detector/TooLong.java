// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;

/**
 * T03: the customer has been with the assistant for long without a solution, counted from the first message of the
 * episode.
 */
final class TooLong implements Clock {

    @Override
    public Signal signal() {
        return Signal.TOO_LONG;
    }

    @Override
    public long from(ConversationState state) {
        return state.getClockFrom();
    }
}
