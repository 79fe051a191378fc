// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T08: the customer says the same again, or the assistant asks for clarification more than twice in a row.
 */
final class RepeatedQuestions implements Detector {

    @Override
    public Signal signal() {
        return Signal.REPEATED_QUESTIONS;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        int askedAgain = Math.max(0, seen.figures().getClarificationRun() - 2);
        return seen.change().repeated() ? seen.figures().getRepetitions() + askedAgain : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
