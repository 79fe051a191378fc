// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.Ruleset;

/**
 * How a figure stands against the limit of an alert at a moment.
 *
 * @param value what it is
 * @param limit what it must not cross
 * @param volume how many conversations, answers or replies it rests on
 * @param crossed whether it is over the limit and rests on enough
 * @param calm whether it is well within, or rests on too little to be held against anybody
 * @param sure whether it is so far within that it is no chance
 */
record Judgement(double value, double limit, long volume, boolean crossed, boolean calm, boolean sure) {

    private static final int WEEKS = 4;
    private static final int TREND_DAYS = 7;
    /** How far back a trend looks. */
    static final long TREND_SPAN = TREND_DAYS * History.DAY;
    /** In standard errors: an hour is looked at many times, and so is every category; what chance makes once in 30,000 looks is none. */
    private static final double BEYOND_CHANCE = 4;
    /** The same for a share that is back within its limit; there the next look comes soon. */
    private static final double SURELY_WITHIN = 3;

    private static final Judgement NONE = new Judgement(0, 0, 0, false, true, true);

    /** @param at the moment; what happened from then on is not looked at */
    static Judgement of(
            AlertRule rule, WatchedFigure figure, History history, String category, long at, Ruleset rules) {
        return switch (rule.kind()) {
            case LEVEL -> {
                Sum sum = now(rule, figure, history, category, at);
                Judgement level = level(rule, sum, rule.threshold(), rule.clear());
                yield figure.isShare() ? level.within(sum, Double.POSITIVE_INFINITY) : level;
            }
            case CHANGE -> change(rule, figure, history, category, at);
            case TREND -> trend(rule, figure, history, category, at);
            case EMERGING -> emerging(rule, history, category, at, rules);
        };
    }

    private static Sum now(AlertRule rule, WatchedFigure figure, History history, String category, long at) {
        return history.sum(category, figure, at - rule.windowSeconds() * 1_000, at);
    }

    private static Judgement level(AlertRule rule, Sum sum, double limit, double clear) {
        boolean enough = sum.denominator() >= rule.minVolume();
        double value = sum.value();
        boolean over = rule.above() ? value > limit : value < limit;
        boolean within = rule.above() ? value <= clear : value >= clear;
        return new Judgement(value, limit, Math.round(sum.denominator()), enough && over, !enough || within, true);
    }

    /** The same, sure only where the share is more than chance away from its limit; a limit of so many cases, or of certainty. */
    private Judgement within(Sum sum, double cases) {
        boolean surely = volume > 0 && apart(sum.value(), sum.denominator(), limit, cases) >= SURELY_WITHIN;
        return new Judgement(value, limit, volume, crossed, calm, surely);
    }

    /** Against the category's own past: the same hours of the last four weeks, or the whole of them where those say too little. */
    private static Judgement change(AlertRule rule, WatchedFigure figure, History history, String category, long at) {
        long window = rule.windowSeconds() * 1_000;
        Sum past = Sum.ZERO;
        for (int week = 1; week <= WEEKS; week++) {
            long shift = week * 7L * History.DAY;
            past = past.plus(history.hours(category, figure, at - window - shift, at - shift));
        }
        if (past.denominator() < rule.minVolume()) {
            past = history.hours(category, figure, at - WEEKS * 7 * History.DAY, at - window - History.HOUR);
        }
        Sum sum = now(rule, figure, history, category, at);
        if (past.denominator() < rule.minVolume()) {
            return NONE;
        }
        double usual = past.value();
        double limit = usual * rule.threshold();
        Judgement level = level(rule, sum, limit, usual * rule.clear());
        if (!figure.isShare()) {
            return level;
        }
        boolean chance = apart(sum.value(), sum.denominator(), usual, past.denominator()) < BEYOND_CHANCE;
        return new Judgement(level.value, limit, level.volume, level.crossed && !chance, level.calm, level.sure)
                .within(sum, past.denominator());
    }

    /**
     * How many standard errors lie between two shares, each of so many cases. By the arcsine of the root, whose error does not
     * depend on the share: a plain difference makes too much of chance where shares are small.
     */
    private static double apart(double one, double ofOne, double other, double ofOther) {
        return 2 * Math.abs(angle(one) - angle(other)) / Math.sqrt(1 / ofOne + 1 / ofOther);
    }

    private static double angle(double share) {
        return Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));
    }

    /** What the line through the daily means of the last seven days falls, or rises, from its first day to its last. */
    private static Judgement trend(AlertRule rule, WatchedFigure figure, History history, String category, long at) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        double volume = 0;
        int days = 0;
        for (int day = 0; day < TREND_DAYS; day++) {
            long from = at - (TREND_DAYS - day) * History.DAY;
            Sum sum = history.hours(category, figure, from, from + History.DAY);
            if (sum.denominator() > 0) {
                days++;
                volume += sum.denominator();
                sumX += day;
                sumY += sum.value();
                sumXx += (double) day * day;
                sumXy += day * sum.value();
            }
        }
        double spread = days * sumXx - sumX * sumX;
        if (days < TREND_DAYS - 2 || spread == 0) {
            return NONE;
        }
        double moved = (days * sumXy - sumX * sumY) / spread * (TREND_DAYS - 1);
        return level(rule, new Sum(moved * volume, volume), rule.threshold(), rule.clear());
    }

    /** A category that the policy does not know and that many conversations have. */
    private static Judgement emerging(AlertRule rule, History history, String category, long at, Ruleset rules) {
        if (category.equals(History.ALL) || rules.categories().containsKey(category)) {
            return NONE;
        }
        double begun = history.sum(category, WatchedFigure.STARTED, at - rule.windowSeconds() * 1_000, at)
                .numerator();
        boolean crossed = begun >= rule.threshold() && begun >= rule.minVolume();
        return new Judgement(begun, rule.threshold(), Math.round(begun), crossed, begun <= rule.clear(), true);
    }
}
