// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * R01: category or segment allow humans only.
 */
final class HumanOnly implements Detector {

    @Override
    public Signal signal() {
        return Signal.HUMAN_ONLY;
    }

    @Override
    public double read(Observation seen) {
        if (!seen.byCustomer()) {
            return SILENT;
        }
        return seen.state().getTier() >= 3 ? 1 : 0;
    }
}
