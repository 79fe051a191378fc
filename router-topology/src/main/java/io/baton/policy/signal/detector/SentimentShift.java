// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T05: a customer who was neutral or content becomes frustrated: how far the fast average has fallen below what the
 * slow one was. A fall that does not end below neutral is none.
 */
final class SentimentShift implements Detector {

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
        boolean shifted = seen.figures().getSentimentSeen() > 1 && now < 0;
        return shifted ? Math.max(0, seen.change().slowBefore() - now) : 0;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
