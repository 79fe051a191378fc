// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T24: the wording is urgent.
 */
final class Urgency implements Detector {

    @Override
    public Signal signal() {
        return Signal.URGENCY;
    }

    @Override
    public double read(Observation seen) {
        return seen.message() != null && seen.text().urgency() > 0 ? seen.text().urgency() : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 1;
    }
}
