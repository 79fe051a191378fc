// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.Signal;

/**
 * T14: the customer asks how to take data out. A plain question by itself; a customer packing up where usage has fallen.
 */
final class ExportQuestion implements Detector {

    @Override
    public Signal signal() {
        return Signal.EXPORT_QUESTION;
    }

    @Override
    public double read(Observation seen) {
        CustomerMessage message = seen.message();
        return message != null && seen.text().export() ? 1 : SILENT;
    }
}
