// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * G04: the customer has not agreed to be served by an assistant. Not having been asked is no refusal.
 */
final class NoConsent implements Detector {

    @Override
    public Signal signal() {
        return Signal.NO_CONSENT;
    }

    @Override
    public double read(Observation seen) {
        if (!seen.byCustomer()) {
            return SILENT;
        }
        return Boolean.FALSE.equals(seen.state().getCustomer().getAutomationConsent()) ? 1 : 0;
    }
}
