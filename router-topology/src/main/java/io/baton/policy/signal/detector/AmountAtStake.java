// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.Signal;

/**
 * T17: much money is at stake. An amount in a currency that the policy does not know counts as reaching the
 * threshold: when in doubt, tier up (T26).
 */
final class AmountAtStake implements Detector {

    @Override
    public Signal signal() {
        return Signal.AMOUNT_AT_STAKE;
    }

    @Override
    public double read(Observation seen) {
        CustomerMessage message = seen.message();
        Double amount = message == null ? null : message.getAmount();
        if (message == null || amount == null) {
            return SILENT;
        }
        return seen.rules()
                .money()
                .convert(amount, message.getCurrency())
                .orElse(Math.max(amount, seen.threshold(Signal.AMOUNT_AT_STAKE)));
    }

    @Override
    public double full(double threshold) {
        return 2 * threshold;
    }
}
