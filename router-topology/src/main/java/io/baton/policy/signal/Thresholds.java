// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.state.ConversationState;

/**
 * The threshold of a signal in one conversation: that of channel, category or segment (T20), eased for segments that
 * are to be handed over sooner (T21).
 *
 * <p>The ease of a segment is a factor on the distance that a signal must go before it speaks. Signals that speak from a
 * value upwards start at 0, so the threshold is multiplied; confidences start at 1 and go down ({@code 0.85} eased by
 * {@code 0.8} is {@code 0.88}); sentiment starts at neutral and goes down, so it is multiplied as well ({@code -0.35}
 * becomes {@code -0.28}).
 */
final class Thresholds {

    private final Ruleset rules;

    Thresholds(Ruleset rules) {
        this.rules = rules;
    }

    double of(Signal signal, ConversationState s) {
        SignalRule rule = rules.signal(signal);
        String segment = s.getCustomer().getSegment();
        double threshold = rule.threshold(s.getChannel(), s.getCategory(), segment);
        double ease = rules.segment(segment).ease();
        return ease == 1 ? threshold : tidy(eased(signal, threshold, ease));
    }

    private static double eased(Signal signal, double threshold, double ease) {
        return switch (signal) {
            case LOW_CONFIDENCE, UNCLEAR_INTENT -> 1 - (1 - threshold) * ease;
            default -> threshold * ease;
        };
    }

    /**
     * Rounds to six decimals. State keeps values as floats; rounded, what was 0.7 when it was read is 0.7 again when it is
     * compared later.
     */
    static double tidy(double value) {
        return Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : value;
    }
}
