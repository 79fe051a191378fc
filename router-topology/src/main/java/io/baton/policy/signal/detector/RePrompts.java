// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T02: the assistant asks the customer to say it again. Only replies said to be clarifications count, or, where the
 * platform does not say, clear ones ("could you rephrase"); asking for a missing detail is ordinary work.
 */
final class RePrompts implements Detector {

    @Override
    public Signal signal() {
        return Signal.RE_PROMPTS;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        return seen.change().asked() ? seen.figures().getClarifications() : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
