// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T22: sentiment keeps falling over the last messages and is not bad yet. Once it is bad, other signals say so, and
 * the same fall is not counted twice.
 */
final class WorseningTrend implements Detector {

    @Override
    public Signal signal() {
        return Signal.WORSENING_TREND;
    }

    @Override
    public double read(Observation seen) {
        if (!seen.change().sentiment()) {
            return SILENT;
        }
        double now = seen.figures().getSentimentFast();
        boolean falling =
                seen.figures().getSentimentSeen() > 2 && now < seen.change().fastBefore();
        boolean bad = Signal.NEGATIVE_SENTIMENT.reached(now, seen.threshold(Signal.NEGATIVE_SENTIMENT));
        return falling && !bad ? Math.max(0, seen.figures().getSentimentSlow() - now) : 0;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
