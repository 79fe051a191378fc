// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T06: words such as "cancel" or "complaint", unless they are denied.
 */
final class EscalationKeywords implements Detector {

    @Override
    public Signal signal() {
        return Signal.ESCALATION_KEYWORDS;
    }

    @Override
    public double read(Observation seen) {
        return seen.message() != null && seen.text().escalation() > 0
                ? seen.text().escalation()
                : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
