// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Measure;
import io.baton.policy.ruleset.CostRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.Scorecard;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures that follow from others of the same row by the rates and weights of the policy in force when it is written. */
final class DerivedFigures {

    private static final double SECONDS_A_MINUTE = 60;
    private static final double SECONDS_AN_HOUR = 3_600;

    private DerivedFigures() {}

    static void add(MetricKey key, Ruleset rules, Map<String, Measure> row) {
        put(Measures.COST_PER_RESOLUTION, key, row, cost(key, rules, row), numerator(row, Measures.RESOLVED));
        put(
                Measures.AGENT_PRODUCTIVITY,
                key,
                row,
                numerator(row, Measures.AGENT_RESOLVED),
                numerator(row, Measures.HUMAN_TIME) / SECONDS_AN_HOUR);
        calibration(key, row);
        double points = 0;
        double weights = 0;
        for (Map.Entry<String, Double> weight : new TreeMap<>(rules.qa().scorecard()).entrySet()) {
            Measure figure = row.get(weight.getKey());
            if (figure != null && figure.getValue() != null) {
                points += weight.getValue() * Scorecard.score(weight.getKey(), figure.getValue());
                weights += weight.getValue();
            }
        }
        put(Measures.SCORECARD, key, row, points, weights);
    }

    /** Expected calibration error over the tenths of confidence. */
    private static void calibration(MetricKey key, Map<String, Measure> row) {
        double off = 0;
        double replies = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            Measure stated = row.get(Measures.CONFIDENCE_STATED.id() + "." + tenth);
            Measure right = row.get(Measures.CONFIDENCE_RIGHT.id() + "." + tenth);
            if (stated != null && right != null) {
                off += Math.abs(stated.getNumerator() - right.getNumerator());
                replies += stated.getDenominator();
            }
        }
        put(Measures.CALIBRATION_ERROR, key, row, off, replies);
    }

    private static double cost(MetricKey key, Ruleset rules, Map<String, Measure> row) {
        CostRule costs = rules.money().costs();
        double contact = rules.category(key.category()).costPerContact();
        return costs.assistantConversation() * numerator(row, Measures.ASSISTANT_CONTACTS)
                + costs.assistantReply() * numerator(row, Measures.ASSISTANT_REPLIES)
                + (costs.humanConversation() + contact) * numerator(row, Measures.HUMAN_CONTACTS)
                + costs.humanMinute() * numerator(row, Measures.HUMAN_TIME) / SECONDS_A_MINUTE;
    }

    /** Where there is neither a numerator nor a denominator there is no figure. */
    private static void put(
            Measures measure, MetricKey key, Map<String, Measure> row, double numerator, double denominator) {
        boolean something = numerator != 0 || denominator != 0;
        if (something && measure.channels().contains(key.channel())) {
            @Nullable Double value = denominator == 0 ? null : numerator / denominator;
            row.put(measure.id(), new Measure(value, numerator, denominator, measure.unit()));
        }
    }

    private static double numerator(Map<String, Measure> row, Measures measure) {
        Measure found = row.get(measure.id());
        return found == null ? 0 : found.getNumerator();
    }
}
