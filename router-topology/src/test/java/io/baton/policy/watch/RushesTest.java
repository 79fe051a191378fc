// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.policyfile.DefaultPolicy;
import io.baton.state.AlertStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rushes of the default policy: four times as many as usual within 15 minutes, and at least 40. */
@Tag("C01")
@Tag("C06")
final class RushesTest {

    private static final long MINUTE = History.MINUTE;
    /** A Monday at eight, UTC. */
    private static final long EIGHT = 1_772_409_600_000L + 8 * History.HOUR;

    private final History history = new History();
    private final Map<String, AlertStanding> standings = new TreeMap<>();
    private final List<IncidentReported> reports = new ArrayList<>();
    private final Rushes rushes = new Rushes(DefaultPolicy.ruleset());

    @Test
    void aRushIsReportedOnceAndClosedWhenHalfOfItIsLeft() {
        live(0, 60, "sync-error", 1);
        live(60, 70, "sync-error", 10);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.getPhase()).isEqualTo(IncidentPhase.OPENED);
            assertThat(report.getCategories()).containsExactly("sync-error");
            assertThat(report.getIncidentId()).startsWith("spike-sync-error-2026-03-02T09:0");
        });

        live(70, 110, "sync-error", 1);

        assertThat(reports).hasSize(2);
        assertThat(reports.get(1).getPhase()).isEqualTo(IncidentPhase.CLOSED);
        assertThat(reports.get(1).getIncidentId()).isEqualTo(reports.get(0).getIncidentId());
        assertThat(standings).isEmpty();
    }

    @Test
    void thirtyNineAreNoRushAndFortyAre() {
        live(0, 60, "sync-error", 0);
        live(0, 60, "how-to", 1);
        add("sync-error", 59, 39);
        look(60);
        assertThat(reports).isEmpty();

        add("sync-error", 60, 1);
        look(61);

        assertThat(reports).hasSize(1);
    }

    @Test
    void whereNothingIsKnownOfTheTimeBeforeNothingIsUnusual() {
        live(0, 14, "sync-error", 10);

        assertThat(reports).isEmpty();
    }

    @Test
    void theBeginningOfAWorkingDayIsNoRush() {
        live(0, 60, "sync-error", 0, "how-to", 0, "onboarding", 1);
        live(60, 120, "sync-error", 5, "how-to", 6, "onboarding", 9);

        assertThat(reports).isEmpty();
    }

    @Test
    void whatTheSameHourHeldLastWeekIsNoRush() {
        for (int minute = 60; minute < 120; minute++) {
            begin("sync-error", EIGHT + minute * MINUTE - 7 * History.DAY, 6);
        }
        live(0, 60, "sync-error", 1);
        live(60, 75, "sync-error", 6);

        assertThat(reports).isEmpty();
    }

    @Test
    void aCategoryThatThePolicyDoesNotKnowStartsNoPlaybook() {
        live(0, 60, "gadgets", 1);
        live(60, 75, "gadgets", 20);

        assertThat(reports).isEmpty();
    }

    private void live(int from, int to, Object... perMinute) {
        for (int minute = from; minute < to; minute++) {
            for (int i = 0; i < perMinute.length; i += 2) {
                add((String) perMinute[i], minute, (int) perMinute[i + 1]);
            }
            look(minute + 1);
        }
    }

    private void add(String category, int minute, int count) {
        begin(category, EIGHT + minute * MINUTE, count);
    }

    private void begin(String category, long at, int count) {
        if (count > 0) {
            history.add(category, true, at, "started", count, 1, false);
            history.add(category, false, Math.floorDiv(at, History.HOUR) * History.HOUR, "started", count, 1, false);
        }
    }

    private void look(int minute) {
        rushes.look(history, EIGHT + minute * MINUTE, standings).forEach(change -> reports.add(change.report()));
    }
}
