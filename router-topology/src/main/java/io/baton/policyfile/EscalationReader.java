// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.CriterionRule;
import io.baton.policy.ruleset.EscalationRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code escalation}. */
final class EscalationReader {

    private EscalationReader() {}

    static EscalationRule read(Value section, Map<Signal, SignalRule> signals, Declared declared) {
        return section.mapping(m -> rule(m, signals, declared));
    }

    private static EscalationRule rule(Mapping m, Map<Signal, SignalRule> signals, Declared declared) {
        Value human = m.optional("humanComplexity");
        int hybridComplexity = whole(m.optional("hybridComplexity"), 1, 6, 6);
        int humanComplexity = whole(human, 1, 6, 6);
        if (humanComplexity < hybridComplexity) {
            human.fail("must not be below hybridComplexity " + hybridComplexity + " (was " + humanComplexity + ")");
        }
        return new EscalationRule(
                among(m.required("among"), signals),
                millis(m.required("window"), Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofHours(1)),
                decimal(m.optional("reviewShare"), 0, 1, 0),
                decimal(m.optional("hysteresis"), 0, 1, 0),
                hybridComplexity,
                humanComplexity,
                whole(m.optional("humanIntensity"), 1, 6, 6),
                criteria(m.optional("criteria"), declared));
    }

    private static List<CriterionRule> criteria(Value section, Declared declared) {
        List<CriterionRule> criteria = new ArrayList<>();
        section.each(entry -> {
            String id = Declared.id(entry);
            Optional<CriterionRule> criterion = entry.value().mapping(m -> {
                Condition when = new ConditionReader(declared).read(m.required("when"));
                int tier = whole(m.required("tier"), 2, 3, 3);
                String text = Scalars.text(m.required("text"));
                return when == null
                        ? Optional.<CriterionRule>empty()
                        : Optional.of(new CriterionRule(id, when, tier, text));
            });
            criterion.ifPresent(criteria::add);
            return id;
        });
        return List.copyOf(criteria);
    }

    private static Set<Signal> among(Value list, Map<Signal, SignalRule> signals) {
        EnumSet<Signal> among = EnumSet.noneOf(Signal.class);
        list.items(item -> {
            Optional<Signal> signal = Declared.signal(item);
            signal.ifPresent(s -> add(s, item, among, signals));
            return signal;
        });
        return Collections.unmodifiableSet(among);
    }

    private static void add(Signal signal, Value item, Set<Signal> among, Map<Signal, SignalRule> signals) {
        SignalRule rule = signals.get(signal);
        if (!among.add(signal)) {
            item.fail("is listed twice");
        } else if (rule == null || !rule.enabled()) {
            item.fail("signal '" + signal.id() + "' is disabled or not under signals, so it can never align");
        }
    }
}
