// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.state.ConversationState;

/**
 * A signal that comes with time alone: seconds since something began. It holds until what it counts from ends; windows
 * and decay do not apply.
 */
public interface Clock extends Detector {

    /** When the clock began, epoch milliseconds; 0 = it does not run. */
    long from(ConversationState state);

    @Override
    default double read(Observation seen) {
        return SILENT;
    }

    @Override
    default double full(double threshold) {
        return 2 * threshold;
    }
}
