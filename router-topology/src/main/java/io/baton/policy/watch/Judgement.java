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
 */
record Judgement(double value, double limit, long volume, boolean crossed, boolean calm) {

    private static final int WEEKS = 4;
    private static final int TREND_DAYS = 7;
    /** How far back a trend looks. */
    static final long TREND_SPAN = TREND_DAYS * History.DAY;
    /** Three standard errors: a change that chance makes once in 700 looks is none. */
    private static final double BEYOND_CHANCE = 3;

    private static final Judgement NONE = new Judgement(0, 0, 0, false, true);

    /** @param at the moment; what happened from then on is not looked at */
    static Judgement of(
            AlertRule rule, WatchedFigure figure, History history, String category, long at, Ruleset rules) {
        return switch (rule.kind()) {
            case LEVEL -> level(rule, now(rule, figure, history, category, at), rule.threshold(), rule.clear());
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
        return new Judgement(value, limit, Math.round(sum.denominator()), enough && over, !enough || within);
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
        boolean chance = figure.isShare() && standardErrors(sum, past) < BEYOND_CHANCE;
        return new Judgement(level.value, limit, level.volume, level.crossed && !chance, level.calm);
    }

    /** Difference of two shares in standard errors of that difference. */
    private static double standardErrors(Sum now, Sum past) {
        double pooled = (now.numerator() + past.numerator()) / (now.denominator() + past.denominator());
        double variance = pooled * (1 - pooled) * (1 / now.denominator() + 1 / past.denominator());
        return variance <= 0 ? 0 : Math.abs(now.value() - past.value()) / Math.sqrt(variance);
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
        return new Judgement(begun, rule.threshold(), Math.round(begun), crossed, begun <= rule.clear());
    }
}
