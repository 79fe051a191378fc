// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.AlertStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alerts (A01–A06, A08): raised when a figure crosses its limit and rests on enough, updated while it gets worse, cleared when it
 * has been well within for a whole window, or for four where it may be chance that it is. So one that moves around its limit is
 * raised once and stays.
 */
public final class Alerts {

    /** Looks a window; no oftener than each minute. */
    private static final int LOOKS_A_WINDOW = 15;
    /** An update must be worth reading: a tenth of the limit worse than what was said last. */
    private static final double WORSE = 0.1;

    /** A share may be within by chance for one window, hardly for four. */
    private static final int WINDOWS_OF_DOUBT = 4;

    private final Ruleset rules;

    public Alerts(Ruleset rules) {
        this.rules = rules;
    }

    /** An alert and how it stands from now on; a standing of null is to be forgotten. */
    public record Change(Alert alert, @Nullable AlertStanding standing) {}

    /**
     * Looks at every alert that is due to be looked at.
     *
     * @param at full minute, epoch milliseconds
     * @param standings alerts that are raised by id; those that go on being calm are changed in place
     */
    public List<Change> look(History history, long at, Map<String, AlertStanding> standings) {
        List<Change> changes = new ArrayList<>();
        for (AlertRule rule : rules.alerts().values()) {
            WatchedFigure figure = WatchedFigure.byId(rule.measure()).orElse(null);
            if (figure != null && at % step(rule) == 0 && !isIdle(rule, history, at, standings)) {
                for (String category : history.categories()) {
                    String id = rule.id() + "/" + category;
                    AlertStanding standing = standings.get(id);
                    Judgement judged = Judgement.of(rule, figure, history, category, at, rules);
                    Change change = change(rule, category, id, standing, judged, at);
                    if (change != null) {
                        changes.add(change);
                    }
                }
            }
        }
        return changes;
    }

    /**
     * Where nothing at all was counted in the span of a rule and none of its alerts stands there is nothing to judge: most minutes
     * of a replay over months.
     */
    private static boolean isIdle(AlertRule rule, History history, long at, Map<String, AlertStanding> standings) {
        long span = rule.kind() == AlertRule.Kind.TREND ? Judgement.TREND_SPAN : rule.windowSeconds() * 1_000;
        return history.isQuiet(Math.floorDiv(at - span, History.HOUR) * History.HOUR, at)
                && standings.keySet().stream().noneMatch(id -> id.startsWith(rule.id() + "/"));
    }

    private static long step(AlertRule rule) {
        long step = rule.windowSeconds() * 1_000 / LOOKS_A_WINDOW / History.MINUTE * History.MINUTE;
        return Math.max(History.MINUTE, Math.min(History.HOUR, step));
    }

    private @Nullable Change change(
            AlertRule rule, String category, String id, @Nullable AlertStanding standing, Judgement judged, long at) {
        if (standing == null) {
            return judged.crossed()
                    ? new Change(
                            alert(rule, category, id, AlertState.RAISED, at, judged, at),
                            new AlertStanding(at, judged.value(), 0L))
                    : null;
        }
        if (!judged.calm()) {
            standing.setCalmSince(0L);
            double worse = rule.above() ? judged.value() - standing.getValue() : standing.getValue() - judged.value();
            if (judged.crossed() && worse > WORSE * Math.abs(judged.limit())) {
                return new Change(
                        alert(rule, category, id, AlertState.UPDATED, standing.getRaisedAt(), judged, at),
                        new AlertStanding(standing.getRaisedAt(), judged.value(), 0L));
            }
            return null;
        }
        if (standing.getCalmSince() == 0) {
            standing.setCalmSince(at);
        }
        long wanted = rule.windowSeconds() * 1_000 * (judged.sure() ? 1 : WINDOWS_OF_DOUBT);
        return at - standing.getCalmSince() < wanted
                ? null
                : new Change(alert(rule, category, id, AlertState.CLEARED, standing.getRaisedAt(), judged, at), null);
    }

    private Alert alert(
            AlertRule rule, String category, String id, AlertState state, long raisedAt, Judgement judged, long at) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setRule(rule.id())
                .setState(state)
                .setRaisedAt(Instant.ofEpochMilli(raisedAt))
                .setUpdatedAt(Instant.ofEpochMilli(at))
                .setChannel(null)
                .setCategory(category.equals(History.ALL) ? null : category)
                .setMeasure(rule.measure())
                .setValue(judged.value())
                .setThreshold(judged.limit())
                .setVolume(judged.volume())
                .setText(AlertText.of(rules, rule, category, state, judged))
                .build();
    }
}
