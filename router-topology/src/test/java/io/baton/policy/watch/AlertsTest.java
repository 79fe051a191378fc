// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.policyfile.DefaultPolicy;
import io.baton.state.AlertStanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts over simulated traffic: what is raised, what is not, and that nothing flaps. */
final class AlertsTest {

    private static final long MINUTE = History.MINUTE;
    private static final long HOUR = History.HOUR;
    private static final long DAY = History.DAY;
    /** A Monday at midnight, UTC. */
    private static final long MONDAY = 1_772_409_600_000L;

    private final History history = new History();
    private final Map<String, AlertStanding> standings = new HashMap<>();
    private final List<Alert> said = new ArrayList<>();
    private final Alerts alerts = new Alerts(DefaultPolicy.ruleset());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Three volumes: hardly enough to be looked at, some, and many conversations a minute. */
    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("A01")
    void aRateAroundItsThresholdForAnHourIsRaisedOnceAtMost(long seed) {
        Random random = new Random(seed);
        int each = List.of(2, 8, 30).get((int) (seed % 3));
        live("sync-error", MONDAY, 60, each, minute -> random.nextDouble() < 0.5 ? 0.23 : 0.27, random);

        assertThat(said("escalation-rate/sync-error", AlertState.RAISED)).hasSizeLessThanOrEqualTo(1);
        assertThat(said("escalation-rate/sync-error", AlertState.CLEARED)).isEmpty();
    }

    @Test
    @Tag("A01")
    void aHighRateIsRaisedAndClearedOnceItHasBeenLowForAWindow() {
        Random random = new Random(7);
        live("sync-error", MONDAY, 180, 8, minute -> minute >= 60 && minute < 90 ? 0.6 : 0.05, random);

        assertThat(said("escalation-rate/sync-error", AlertState.RAISED)).hasSize(1);
        assertThat(said("escalation-rate/sync-error", AlertState.CLEARED)).hasSize(1);
        assertThat(said("escalation-rate/*", AlertState.RAISED)).hasSize(1);
        Alert raised = said("escalation-rate/sync-error", AlertState.RAISED).get(0);
        Alert cleared = said("escalation-rate/sync-error", AlertState.CLEARED).get(0);
        assertThat(raised.getVolume()).isGreaterThanOrEqualTo(20);
        assertThat(raised.getValue()).isGreaterThan(0.25);
        assertThat(cleared.getUpdatedAt().toEpochMilli()).isGreaterThanOrEqualTo(MONDAY + 105 * MINUTE);
        assertThat(cleared.getRaisedAt()).isEqualTo(raised.getRaisedAt());
    }

    @Test
    @Tag("A01")
    void fewerThanTwentyConversationsRaiseNothing() {
        started("sync-error", MONDAY, 19);
        escalated("sync-error", MONDAY, 19);
        look(MONDAY, MONDAY + 30 * MINUTE);

        assertThat(said).isEmpty();

        started("sync-error", MONDAY + 40 * MINUTE, 20);
        escalated("sync-error", MONDAY + 40 * MINUTE, 6);
        look(MONDAY + 31 * MINUTE, MONDAY + 45 * MINUTE);

        assertThat(said("escalation-rate/sync-error", AlertState.RAISED)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("A03")
    void aSpikeAgainstTheSameHourOfTheWeekIsRaisedAndTheSeasonIsNot(long seed) {
        Random random = new Random(seed);
        for (int week = 0; week < 4; week++) {
            for (int day = 0; day < 7; day++) {
                traffic(MONDAY + (week * 7L + day) * DAY, day >= 5 ? 0.12 : 0.04, random);
            }
        }
        long saturday = MONDAY + 33 * DAY;
        traffic(saturday, 0.12, random);
        look(saturday, saturday + DAY);
        assertThat(said("escalation-spike/how-to", AlertState.RAISED))
                .as("the weekend is as always")
                .isEmpty();

        long sunday = MONDAY + 34 * DAY;
        traffic(sunday, 0.4, random);
        look(sunday, sunday + DAY);
        assertThat(said("escalation-spike/how-to", AlertState.RAISED)).hasSize(1);
    }

    @Test
    @Tag("A04")
    void confidenceThatFallsOverAWeekIsAnEarlyWarning() {
        for (int day = 0; day < 7; day++) {
            add("how-to", MONDAY + day * DAY, "confidence", (0.95 - 0.01 * day) * 100 * 10_000, 100);
            add("plan-change", MONDAY + day * DAY, "confidence", 0.95 * 100 * 10_000, 100);
        }
        look(MONDAY + 7 * DAY, MONDAY + 7 * DAY);

        assertThat(said("confidence-trend/how-to", AlertState.RAISED)).hasSize(1);
        assertThat(said("confidence-trend/plan-change", AlertState.RAISED)).isEmpty();
    }

    @Test
    @Tag("A06")
    @Tag("A08")
    void driftAsksForAPauseAndAnUnknownCategoryForAnOwner() {
        for (int day = 0; day < 28; day++) {
            add("how-to", MONDAY + day * DAY, "misclassification", 5, 100);
        }
        add("how-to", MONDAY + 28 * DAY, "misclassification", 30, 100);
        started("passkeys", MONDAY + 28 * DAY, 12);
        look(MONDAY + 28 * DAY, MONDAY + 29 * DAY);

        assertThat(said("drift/how-to", AlertState.RAISED)).hasSize(1);
        assertThat(said("drift/how-to", AlertState.RAISED).get(0).getText()).contains("policy owner");
        assertThat(said("emerging-category/passkeys", AlertState.RAISED)).hasSize(1);
        assertThat(said("emerging-category/how-to", AlertState.RAISED)).isEmpty();
    }

    @Test
    @Tag("A02")
    void lowConfidenceIsRaisedFromTwentyRepliesOn() {
        add("how-to", MONDAY, "confidence", 0.8 * 19 * 10_000, 19);
        add("plan-change", MONDAY, "confidence", 0.8 * 20 * 10_000, 20);
        add("sync-error", MONDAY, "confidence", 0.86 * 20 * 10_000, 20);
        look(MONDAY, MONDAY + 30 * MINUTE);

        assertThat(said("low-confidence/plan-change", AlertState.RAISED)).hasSize(1);
        assertThat(said("low-confidence/how-to", AlertState.RAISED)).isEmpty();
        assertThat(said("low-confidence/sync-error", AlertState.RAISED)).isEmpty();
        assertThat(said("low-confidence/plan-change", AlertState.RAISED).get(0).getText())
                .contains("new questions or outdated articles");
    }

    @Test
    @Tag("A05")
    void lessContainmentAndLongerHandlingComeWithTheirHints() {
        for (int day = 0; day < 28; day++) {
            add("how-to", MONDAY + day * DAY, "containment", 80, 100);
            add("how-to", MONDAY + day * DAY, "handle-time", 100 * 300_000, 100);
        }
        add("how-to", MONDAY + 28 * DAY, "containment", 50, 100);
        add("how-to", MONDAY + 28 * DAY, "handle-time", 100 * 450_000, 100);
        look(MONDAY + 28 * DAY, MONDAY + 29 * DAY);

        assertThat(said("containment-drop/how-to", AlertState.RAISED)).hasSize(1);
        assertThat(said("containment-drop/how-to", AlertState.RAISED).get(0).getText())
                .contains("drifted", "something new");
        assertThat(said("handle-time/how-to", AlertState.RAISED)).hasSize(1);
        assertThat(said("handle-time/how-to", AlertState.RAISED).get(0).getText())
                .contains("handed over", "training");
    }

    private List<Alert> said(String id, AlertState state) {
        return said.stream()
                .filter(alert -> alert.getAlertId().equals(id) && alert.getState() == state)
                .toList();
    }

    private void live(String category, long from, int minutes, int each, LongToDoubleFunction rate, Random random) {
        for (long minute = 0; minute < minutes; minute++) {
            long at = from + minute * MINUTE;
            started(category, at, each);
            int escalations = 0;
            for (int i = 0; i < each; i++) {
                escalations += random.nextDouble() < rate.applyAsDouble(minute) ? 1 : 0;
            }
            escalated(category, at, escalations);
            look(at + MINUTE, at + MINUTE);
        }
    }

    private void traffic(long day, double rate, Random random) {
        for (int hour = 0; hour < 24; hour++) {
            int escalations = 0;
            for (int i = 0; i < 60; i++) {
                escalations += random.nextDouble() < rate ? 1 : 0;
            }
            started("how-to", day + hour * HOUR, 60);
            escalated("how-to", day + hour * HOUR, escalations);
        }
    }

    private void started(String category, long at, int count) {
        add(category, at, "started", count, 0);
        add(category, at, "escalation-rate", 0, count);
    }

    private void escalated(String category, long at, int count) {
        add(category, at, "escalation-rate", count, 0);
    }

    private void add(String category, long at, String tally, double numerator, double denominator) {
        history.add(category, true, at / MINUTE * MINUTE, tally, numerator, denominator, true);
        history.add(category, false, at / HOUR * HOUR, tally, numerator, denominator, true);
    }

    private void look(long from, long to) {
        for (long at = from; at <= to; at += MINUTE) {
            for (Alerts.Change change : alerts.look(history, at, standings)) {
                said.add(change.alert());
                if (change.standing() == null) {
                    standings.remove(change.alert().getAlertId());
                } else {
                    standings.put(change.alert().getAlertId(), change.standing());
                }
            }
        }
    }
}
