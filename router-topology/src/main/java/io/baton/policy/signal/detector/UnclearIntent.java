// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.Signal;

/**
 * T26: the platform is unsure what the customer wants. Full at half the threshold.
 */
final class UnclearIntent implements Detector {

    @Override
    public Signal signal() {
        return Signal.UNCLEAR_INTENT;
    }

    @Override
    public double read(Observation seen) {
        CustomerMessage message = seen.message();
        Double confidence = message == null ? null : message.getIntentConfidence();
        return confidence == null ? SILENT : confidence;
    }

    @Override
    public double full(double threshold) {
        return threshold / 2;
    }
}
