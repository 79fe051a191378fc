// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Figures that alerts can be set on, and which tallies of a row they are read from. */
public enum WatchedFigure {
    ESCALATION_RATE("escalationRate", "escalation-rate", 1),
    CONFIDENCE("confidence", "confidence", 10_000),
    REOPEN_RATE("reopenRate", "reopen-rate", 1),
    CONTAINMENT("containment", "containment", 1),
    CSAT("csat", "csat", 1),
    AUTOMATED_CSAT("automatedCsat", "csat", 1),
    MISCLASSIFICATION("misclassification", "misclassification", 1),
    MISSED_ESCALATIONS("missedEscalations", "missed-escalations", 1),
    RESOLUTION_RATE("resolutionRate", "resolution-rate", 1),
    HANDLE_TIME("handleTime", "handle-time", 1_000),
    /** Resolved conversations that went on, when they did, related to those resolved in the same time. */
    COMEBACK_RATE("comebackRate", "comebacks", 1),
    /** How many began; its denominator is the same number, so that a least volume can be asked for. */
    STARTED("started", "started", 1);

    private static final String RESOLVED = "resolved";

    private final String id;
    private final String tally;
    private final double scale;

    WatchedFigure(String id, String tally, double scale) {
        this.id = id;
        this.tally = tally;
        this.scale = scale;
    }

    /** Name in the policy. */
    public String id() {
        return id;
    }

    /** Whether a share, whose chance can be judged. */
    boolean isShare() {
        return switch (this) {
            case CONFIDENCE, CSAT, AUTOMATED_CSAT, HANDLE_TIME, STARTED -> false;
            default -> true;
        };
    }

    public static Optional<WatchedFigure> byId(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
    }

    /** Names of tallies that are watched. */
    public static Set<String> tallies() {
        Set<String> tallies = new TreeSet<>();
        for (WatchedFigure figure : values()) {
            tallies.add(figure.tally);
        }
        tallies.add(RESOLVED);
        return tallies;
    }

    /** What a tally of a row adds to this figure; nothing as a rule. */
    Sum of(String name, double numerator, double denominator, boolean automated) {
        if (this == COMEBACK_RATE && name.equals(RESOLVED)) {
            return new Sum(0, numerator);
        }
        if (!name.equals(tally) || (this == AUTOMATED_CSAT && !automated)) {
            return Sum.ZERO;
        }
        return switch (this) {
            case COMEBACK_RATE -> new Sum(numerator, 0);
            case STARTED -> new Sum(numerator, 1);
            default -> new Sum(numerator / scale, denominator);
        };
    }
}
