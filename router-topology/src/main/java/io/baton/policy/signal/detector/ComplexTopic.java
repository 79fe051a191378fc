// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T10: the topic is complex: several systems, data of this account, judgement.
 */
final class ComplexTopic implements Detector {

    @Override
    public Signal signal() {
        return Signal.COMPLEX_TOPIC;
    }

    @Override
    public double read(Observation seen) {
        return seen.byCustomer()
                ? seen.rules().category(seen.state().getCategory()).complexity()
                : SILENT;
    }

    @Override
    public double full(double threshold) {
        return 5;
    }
}
