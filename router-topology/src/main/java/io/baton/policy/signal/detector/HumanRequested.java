// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T07: the customer asks for a human, by button or in words, at any turn.
 */
final class HumanRequested implements Detector {

    @Override
    public Signal signal() {
        return Signal.HUMAN_REQUESTED;
    }

    @Override
    public double read(Observation seen) {
        return seen.requested() || (seen.message() != null && seen.text().humanRequest()) ? 1 : SILENT;
    }
}
