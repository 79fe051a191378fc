// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.flag;

import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code signals}. A signal that the document leaves out is disabled. */
record SignalReader(Declared declared) {

    private static final double MAX_WEIGHT = 100;
    private static final Duration LONGEST = Duration.ofDays(30);

    Map<Signal, SignalRule> read(Value section) {
        EnumMap<Signal, SignalRule> rules = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            rules.put(signal, new SignalRule(signal, false, 0, 0, 0, 0, false, Map.of(), Map.of(), Map.of()));
        }
        section.each(entry -> {
            Optional<Signal> signal = Declared.signal(entry.key());
            signal.ifPresent(s -> rules.put(s, entry.value().mapping(m -> rule(s, m))));
            return signal;
        });
        return Collections.unmodifiableMap(rules);
    }

    private SignalRule rule(Signal signal, Mapping m) {
        Threshold threshold = Threshold.of(signal);
        return new SignalRule(
                signal,
                flag(m.optional("enabled"), true),
                threshold.read(threshold.isFlag() ? m.optional("threshold") : m.required("threshold")),
                decimal(m.required("weight"), 0, MAX_WEIGHT, 0),
                millisOr("episode", m.optional("window")),
                millisOr("none", m.optional("halfLife")),
                flag(m.optional("hard"), false),
                special(threshold, m.optional("byCategory"), "category", declared.categories()),
                special(threshold, m.optional("bySegment"), "segment", declared.segments()),
                m.optional("byChannel").each(entry -> {
                    Scalars.id(entry.key());
                    return threshold.readOrOff(entry.value());
                }));
    }

    private static Map<String, Double> special(Threshold threshold, Value section, String what, Set<String> known) {
        return section.each(entry -> {
            entry.key().oneOf(what, known, "");
            return threshold.readOrOff(entry.value());
        });
    }

    /** A duration, or the word that stands for no limit, which the rules know as 0. */
    private static long millisOr(String word, Value value) {
        Optional<String> text = value.scalar("a duration or " + word);
        if (text.filter(word::equals).isPresent()) {
            return 0;
        }
        return Scalars.millis(value, Duration.ofSeconds(1), LONGEST, Duration.ZERO);
    }
}
