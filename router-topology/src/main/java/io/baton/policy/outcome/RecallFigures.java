// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Measure;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recall of each signal and rule (M11). All of them are held against the same: what needed a human in this row. So a row names every
 * signal and rule of the policy, those that had nothing to say too; else rows would not add up.
 */
final class RecallFigures {

    private static final String SCORE = "score";
    private static final String HARD = "hard:";

    private RecallFigures() {}

    static void add(Ruleset rules, NavigableMap<String, Tally> tallies, Map<String, Measure> row) {
        Tally recall = tallies.getOrDefault(Measures.ESCALATION_RECALL.id(), Tally.ZERO);
        Set<String> signals = new TreeSet<>();
        Set<String> triggers = new TreeSet<>();
        if (recall.denominator() > 0) {
            triggers.add(SCORE);
            for (SignalRule signal : rules.signals().values()) {
                if (signal.enabled()) {
                    signals.add(signal.signal().id());
                    if (signal.hard()) {
                        triggers.add(HARD + signal.signal().id());
                    }
                }
            }
            rules.hardTriggers().stream().map(HardTrigger::id).forEach(id -> triggers.add(HARD + id));
        }
        family(Measures.SIGNAL_RECALL, signals, recall, tallies, row);
        family(Measures.RULE_RECALL, triggers, recall, tallies, row);
    }

    private static void family(
            Measures measure,
            Set<String> names,
            Tally recall,
            NavigableMap<String, Tally> tallies,
            Map<String, Measure> row) {
        String prefix = measure.id() + ".";
        SortedMap<String, Tally> found = tallies.subMap(prefix, measure.id() + "/");
        Set<String> all = new TreeSet<>(found.keySet());
        names.forEach(name -> all.add(prefix + name));
        for (String name : all) {
            double inTime = found.getOrDefault(name, Tally.ZERO).numerator();
            double needed = recall.denominator();
            @Nullable Double value = needed == 0 ? null : inTime / needed;
            row.put(name, new Measure(value, inTime, needed, measure.unit()));
        }
    }
}
