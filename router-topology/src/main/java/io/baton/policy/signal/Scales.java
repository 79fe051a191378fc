// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.detector.Detector;
import io.baton.state.ConversationState;
import io.baton.state.SignalMemory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How strongly a signal speaks.
 *
 * <p>Strength is 0.5 at the threshold and rises in a straight line to 1 at the value that the detector calls full; a
 * signal that is there or not has 1. It halves with each half-life since the signal was last seen, and the signal is
 * over when its window has passed or hardly anything ({@value #FAINT}) is left of it.
 */
final class Scales {

    /** Strength below which a signal has faded away. */
    static final double FAINT = 0.05;

    private final Ruleset rules;
    private final Thresholds thresholds;
    private final SignalRule[] bySignal;

    Scales(Ruleset rules, Thresholds thresholds) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.bySignal = Arrays.stream(Signal.values()).map(rules::signal).toArray(SignalRule[]::new);
    }

    @SuppressWarnings("EnumOrdinal") // an index into a table of this object
    private SignalRule rule(Signal signal) {
        return bySignal[signal.ordinal()];
    }

    double strength(ConversationState s, Detector detector, double value) {
        double threshold = thresholds.of(detector.signal(), s);
        double span = Math.abs(detector.full(threshold) - threshold);
        if (span == 0) {
            return 1;
        }
        return 0.5 + 0.5 * Math.min(1, Math.abs(value - threshold) / span);
    }

    /** Whether a memory no longer counts at a moment. */
    boolean over(SignalMemory memory, long at) {
        SignalRule rule = rule(Memories.signal(memory));
        boolean passed = rule.windowMillis() > 0 && at - memory.getAt() > rule.windowMillis();
        return !rule.enabled() || passed || decayed(rule, memory, at) < FAINT;
    }

    /** The reading of a memory; null where it no longer counts. */
    @Nullable
    Reading reading(ConversationState s, SignalMemory memory, long at) {
        if (over(memory, at)) {
            return null;
        }
        Signal signal = Memories.signal(memory);
        double value = Thresholds.tidy(memory.getValue());
        boolean reached = signal.reached(value, thresholds.of(signal, s));
        double strength = reached ? decayed(rule(signal), memory, at) : 0;
        return reading(s, memory, value, strength, memory.getAt(), at);
    }

    /** A reading with a value and strength of its own, last seen at {@code seenAt}. */
    Reading reading(ConversationState s, SignalMemory memory, double value, double strength, long seenAt, long at) {
        Signal signal = Memories.signal(memory);
        SignalRule rule = rule(signal);
        boolean recent = at - seenAt <= rules.escalation().windowMillis();
        return new Reading(
                signal,
                value,
                thresholds.of(signal, s),
                rule.weight(),
                strength,
                strength > 0 && recent && rules.escalation().among().contains(signal),
                strength > 0 && rule.hard(),
                seenAt,
                memory.getTurn(),
                memory.getEventId());
    }

    private static double decayed(SignalRule rule, SignalMemory memory, long at) {
        double strength = Thresholds.tidy(memory.getStrength());
        long age = Math.max(0, at - memory.getAt());
        if (rule.halfLifeMillis() <= 0 || age == 0) {
            return strength;
        }
        return strength * StrictMath.pow(0.5, (double) age / rule.halfLifeMillis());
    }
}
