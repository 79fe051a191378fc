// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T05: a customer who was neutral or content becomes frustrated within a few exchanges: how far the fast average has
 * fallen below what was before, which is the slow average, or neutral where it has been neutral in this episode. A fall
 * that does not end below neutral is none.
 */
final class SentimentShift implements Detector {

    /** Negative messages in a row after which the change is no longer a shift but the state of things. */
    private static final int A_FEW = 4;

    @Override
    public Signal signal() {
        return Signal.SENTIMENT_SHIFT;
    }

    @Override
    public double read(Observation seen) {
        if (!seen.change().sentiment()) {
            return SILENT;
        }
        double now = seen.figures().getSentimentFast();
        if (seen.figures().getSentimentSeen() < 2 || now >= 0) {
            return 0;
        }
        double before =
                Math.max(seen.change().slowBefore(), Math.min(0, seen.figures().getSentimentBest()));
        return seen.figures().getNegativeRun() > A_FEW ? SILENT : Math.max(0, before - now);
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
