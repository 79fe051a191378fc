// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.state.ConversationState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The threshold of a signal in one conversation: that of channel, category or segment (T20), eased for segments that
 * are to be handed over sooner (T21).
 *
 * <p>The ease of a segment is a factor on the distance that a signal must go before it speaks. Signals that speak from a
 * value upwards start at 0, so the threshold is multiplied; confidences start at 1 and go down ({@code 0.85} eased by
 * {@code 0.8} is {@code 0.88}); sentiment starts at neutral and goes down, so it is multiplied as well ({@code -0.35}
 * becomes {@code -0.28}).
 */
@SuppressWarnings("EnumOrdinal") // an index into tables of this object
final class Thresholds {

    private final Ruleset rules;
    /** By signal and segment: what holds where neither channel nor category says otherwise, as for most signals. */
    private final Map<String, Usual> bySegment = new HashMap<>();

    private final boolean[] special = new boolean[Signal.values().length];

    /** The segment that was asked for last: a turn asks dozens of times for the same. Threads may lose each other's, no more. */
    private @Nullable Usual last;

    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    private record Usual(String segment, double ease, double[] thresholds) {}

    Thresholds(Ruleset rules) {
        this.rules = rules;
        for (SegmentRule segment : rules.segments()) {
            double[] thresholds = new double[special.length];
            for (Signal signal : Signal.values()) {
                SignalRule rule = rules.signal(signal);
                special[signal.ordinal()] =
                        !rule.byChannel().isEmpty() || !rule.byCategory().isEmpty();
                thresholds[signal.ordinal()] = eased(rule, rule.threshold("", null, segment.id()), segment.ease());
            }
            bySegment.put(segment.id(), new Usual(segment.id(), segment.ease(), thresholds));
        }
    }

    double of(Signal signal, ConversationState s) {
        String segment = s.getCustomer().getSegment();
        Usual usual = usual(segment);
        if (usual != null && !special[signal.ordinal()]) {
            return usual.thresholds()[signal.ordinal()];
        }
        SignalRule rule = rules.signal(signal);
        double ease = usual != null ? usual.ease() : rules.segment(segment).ease();
        return eased(rule, rule.threshold(s.getChannel(), s.getCategory(), segment), ease);
    }

    @SuppressWarnings("ReferenceEquality") // another string that is equal finds the same, only more slowly
    private @Nullable Usual usual(String segment) {
        Usual known = last;
        if (known != null && known.segment() == segment) {
            return known;
        }
        Usual found = bySegment.get(segment);
        if (found != null) {
            last = new Usual(segment, found.ease(), found.thresholds());
        }
        return found;
    }

    private static double eased(SignalRule rule, double threshold, double ease) {
        return ease == 1 ? threshold : tidy(eased(rule.signal(), threshold, ease));
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
