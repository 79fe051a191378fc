// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T25: a compliance, contract or legal question. Categories that are legal as a whole are tier 3 in the policy and
 * speak through HUMAN_ONLY.
 */
final class LegalQuestion implements Detector {

    @Override
    public Signal signal() {
        return Signal.LEGAL_QUESTION;
    }

    @Override
    public double read(Observation seen) {
        return seen.message() != null && seen.text().legal() > 0 ? 1 : SILENT;
    }
}
