// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.text;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.EscalationRule;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code segments}. Each but the last needs a condition and the last must have none, so that every customer is in
 * one; and each must be able to escalate with the signals there are.
 */
record SegmentReader(Declared declared, Map<Signal, SignalRule> signals, EscalationRule escalation) {

    private static final double MAX_SCORE = 1_000;

    List<SegmentRule> read(Value section) {
        Set<String> seen = new HashSet<>();
        int last = section.size() - 1;
        return section.items((index, item) -> item.mapping(m -> segment(m, seen, index == last)));
    }

    private SegmentRule segment(Mapping m, Set<String> seen, boolean last) {
        Value id = m.required("id");
        String name = Scalars.id(id);
        if (!name.isEmpty() && !seen.add(name)) {
            id.fail("segment '" + name + "' is given twice");
        }
        Condition when = Ordered.condition(m, last, new ConditionReader(declared)::readForCustomer);
        return new SegmentRule(
                name,
                text(m.required("title")),
                when,
                whole(m.optional("minTier"), 1, 3, 1),
                score(m.required("scoreThreshold")),
                aligned(m.required("aligned")),
                decimal(m.optional("ease"), 0.1, 1, 1),
                target(name, m.optional("respondWithin")),
                whole(m.required("priority"), 1, 5, 5));
    }

    /** 0 where the segment leaves it to the queues; all of them must then have a target of their own for it. */
    private long target(String segment, Value value) {
        List<String> without = declared.queuesWithoutTarget(segment);
        if (!value.given() && !without.isEmpty()) {
            value.fail("is missing: queue " + String.join(", ", without) + " has no response target for this segment");
        }
        return value.given() ? respondWithin(value) : 0;
    }

    /** A response target in seconds. */
    static long respondWithin(Value value) {
        return millis(value, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofSeconds(1)) / 1_000;
    }

    private double score(Value value) {
        double score = decimal(value, 0.01, MAX_SCORE, 0.01);
        double reachable = signals.values().stream()
                .filter(SignalRule::enabled)
                .mapToDouble(SignalRule::weight)
                .sum();
        if (reachable > 0 && score > reachable) {
            value.fail("can never be reached: all signals together weigh " + Math.round(reachable * 100) / 100.0);
        }
        return score;
    }

    private int aligned(Value value) {
        int aligned = whole(value, 1, Signal.values().length, 1);
        int most = escalation.among().size();
        if (most > 0 && aligned > most) {
            value.fail("can never be reached: escalation.among lists " + most + " signals");
        }
        return aligned;
    }
}
