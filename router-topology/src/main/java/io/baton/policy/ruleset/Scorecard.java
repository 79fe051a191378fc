// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Set;
import java.util.TreeSet;

/** How a figure becomes a score from 0 (worst) to 1, so that figures of different units can be weighed against each other. */
public final class Scorecard {

    private static final double HOUR = 3_600;
    private static final Set<String> SHARES_GOOD = Set.of(
            "resolution-rate",
            "channel-resolution-rate",
            "first-contact-resolution",
            "containment",
            "deflection-accuracy",
            "worked",
            "escalation-precision");
    private static final Set<String> SHARES_BAD =
            Set.of("reopen-rate", "escalation-rate", "missed-escalations", "unhelpful", "misclassification");
    private static final Set<String> FIVE_POINTS = Set.of("csat", "context-score", "resolution-quality");
    private static final Set<String> TIMES =
            Set.of("time-to-resolution", "first-response", "response-time", "human-wait", "handle-time");

    /** Figures that can be weighed. */
    public static final Set<String> FIGURES = all();

    private Scorecard() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("effort", "nps"));
        all.addAll(SHARES_GOOD);
        all.addAll(SHARES_BAD);
        all.addAll(FIVE_POINTS);
        all.addAll(TIMES);
        return Set.copyOf(all);
    }

    /**
     * The score of a value: a good share itself, a bad one its complement, points by their scale, and a time of t seconds one
     * hour / (one hour + t).
     */
    public static double score(String figure, double value) {
        double score = value;
        if (SHARES_BAD.contains(figure)) {
            score = 1 - value;
        } else if (FIVE_POINTS.contains(figure)) {
            score = (value - 1) / 4;
        } else if (TIMES.contains(figure)) {
            score = HOUR / (HOUR + value);
        } else if (figure.equals("effort")) {
            score = (7 - value) / 6;
        } else if (figure.equals("nps")) {
            score = (value + 100) / 200;
        }
        return Math.max(0, Math.min(1, score));
    }
}
