// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T18: the customer is distressed.
 */
final class Distress implements Detector {

    @Override
    public Signal signal() {
        return Signal.DISTRESS;
    }

    @Override
    public double read(Observation seen) {
        return seen.message() != null && seen.text().distress() > 0
                ? seen.text().distress()
                : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 1;
    }
}
