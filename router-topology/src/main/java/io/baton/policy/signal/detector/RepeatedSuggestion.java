// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T28: the assistant suggests what it has suggested before, or the customer says that it was tried already.
 */
final class RepeatedSuggestion implements Detector {

    @Override
    public Signal signal() {
        return Signal.REPEATED_SUGGESTION;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        return seen.change().suggested() ? seen.figures().getRepeatedActions() : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
