// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T04: reply upon reply without a solution.
 */
final class UnresolvedTurns implements Detector {

    @Override
    public Signal signal() {
        return Signal.UNRESOLVED_TURNS;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        return seen.reply() == null ? SILENT : seen.figures().getEpisodeAssistantTurns();
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
