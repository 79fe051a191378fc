// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T12: the customer speaks of leaving or of competitors.
 */
final class ConsideringAlternatives implements Detector {

    @Override
    public Signal signal() {
        return Signal.CONSIDERING_ALTERNATIVES;
    }

    @Override
    public double read(Observation seen) {
        return seen.message() != null && seen.text().alternatives() > 0
                ? seen.text().alternatives()
                : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
