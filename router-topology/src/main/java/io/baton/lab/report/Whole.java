// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.lab.report.Period.Total;
import io.baton.policy.ruleset.Scorecard;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures of a period that are no sum of those of its hours: worked out of what does add up. */
final class Whole {

    static final String CALIBRATION = "calibration-error";
    static final String SCORECARD = "scorecard";

    /** What must not be added up. */
    static final Set<String> NO_SUMS = Set.of(CALIBRATION, SCORECARD);

    private static final int TENTHS = 10;

    private Whole() {}

    /**
     * Adds them.
     *
     * @param sums figures of one channel
     * @param weights of the scorecard, by figure
     */
    static void addTo(Map<String, Total> sums, Map<String, Double> weights) {
        double off = 0;
        double replies = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            Total stated = sums.get("confidence-stated." + tenth);
            Total right = sums.get("confidence-right." + tenth);
            if (stated != null && right != null) {
                off += Math.abs(stated.numerator() - right.numerator());
                replies += stated.denominator();
            }
        }
        put(sums, CALIBRATION, off, replies);
        double points = 0;
        double weighed = 0;
        for (Map.Entry<String, Double> weight : new TreeMap<>(weights).entrySet()) {
            Total figure = sums.get(weight.getKey());
            @Nullable Double value = figure == null ? null : figure.value();
            if (value != null) {
                points += weight.getValue() * Scorecard.score(weight.getKey(), value);
                weighed += weight.getValue();
            }
        }
        put(sums, SCORECARD, points, weighed);
    }

    private static void put(Map<String, Total> sums, String name, double numerator, double denominator) {
        if (denominator > 0) {
            sums.put(name, new Total(numerator, denominator, "ratio", false));
        }
    }
}
