// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T05, T18: the customer sounds negative over the last messages; one message alone must be very negative.
 */
final class NegativeSentiment implements Detector {

    @Override
    public Signal signal() {
        return Signal.NEGATIVE_SENTIMENT;
    }

    @Override
    public double read(Observation seen) {
        return seen.change().sentiment() ? seen.figures().getSentimentFast() : SILENT;
    }

    @Override
    public double full(double threshold) {
        return -1;
    }
}
