// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T27: revenue or much else is at stake in topics of this category.
 */
final class HighStakes implements Detector {

    @Override
    public Signal signal() {
        return Signal.HIGH_STAKES;
    }

    @Override
    public double read(Observation seen) {
        if (!seen.byCustomer()) {
            return SILENT;
        }
        return seen.rules().category(seen.state().getCategory()).highStakes() ? 1 : 0;
    }
}
