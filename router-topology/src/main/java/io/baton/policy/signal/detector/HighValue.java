// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T11: the account is worth much.
 */
final class HighValue implements Detector {

    @Override
    public Signal signal() {
        return Signal.HIGH_VALUE;
    }

    @Override
    public double read(Observation seen) {
        Double value = seen.state().getCustomer().getAnnualValue();
        return seen.byCustomer() && value != null ? value : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
