// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.Signal;

/**
 * T17: a charge is disputed, as the platform says or in clear words.
 */
final class DisputedCharge implements Detector {

    @Override
    public Signal signal() {
        return Signal.DISPUTED_CHARGE;
    }

    @Override
    public double read(Observation seen) {
        CustomerMessage message = seen.message();
        if (message == null) {
            return SILENT;
        }
        return Boolean.TRUE.equals(message.getDisputed()) || seen.text().disputed() ? 1 : SILENT;
    }
}
