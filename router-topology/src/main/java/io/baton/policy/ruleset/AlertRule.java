// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * An alert on a figure.
 *
 * @param measure name of the figure
 * @param above true where a value over the threshold is bad
 * @param threshold of a level the value; of a change the factor to the category's own past; of a trend what the daily mean moves in a
 *     week; of an emerging category how many conversations
 * @param windowSeconds span over which it is measured
 * @param minVolume fewer conversations than this raise nothing
 * @param kind what the figure is held against
 * @param clear value at which it is well within, on the other side of the threshold
 * @param pause whether automation of the category should stop (A06)
 */
public record AlertRule(
        String id,
        String measure,
        boolean above,
        double threshold,
        long windowSeconds,
        long minVolume,
        Kind kind,
        double clear,
        boolean pause) {

    /** What a figure is held against. */
    public enum Kind {
        /** A fixed value (A01, A02). */
        LEVEL,
        /** The category's own past: the same hours of the last four weeks (A03, A05). */
        CHANGE,
        /** The line through the daily means of a week (A04). */
        TREND,
        /** A category that the policy does not know (A08). */
        EMERGING
    }

    /** Share of the threshold that lies between raised and well within, where nothing else is said. */
    private static final double SLACK = 0.2;

    /** A level that is well within a fifth away from its threshold. */
    public AlertRule(String id, String measure, boolean above, double threshold, long windowSeconds, long minVolume) {
        this(id, measure, above, threshold, windowSeconds, minVolume, Kind.LEVEL, within(above, threshold), false);
    }

    /** Where a figure is well within, if nothing is said. */
    public static double within(boolean above, double threshold) {
        double slack = SLACK * Math.abs(threshold);
        return above ? threshold - slack : threshold + slack;
    }
}
