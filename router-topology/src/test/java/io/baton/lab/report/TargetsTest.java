// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.policy.ruleset.QaRule;
import io.baton.policy.ruleset.TargetRule;
import io.baton.policy.ruleset.TierUpRule;
import io.baton.policy.ruleset.TrialRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M28")
class TargetsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final QaRule QA = new QaRule(
            0,
            0,
            Map.of(),
            Map.of(
                    "automated",
                    Map.of("csat", new TargetRule(4, true, Map.of("billing", 3.0))),
                    "human",
                    Map.of("reopen-rate", new TargetRule(0.1, false, Map.of()))),
            TrialRule.NONE,
            TierUpRule.PROPOSE,
            TierUpRule.PROPOSE);

    @Test
    void eachChannelIsHeldAgainstItsOwnTargets() {
        Period period = new Period(MARCH, APRIL);
        period.add(row(Channel.AUTOMATED, "how-to", "csat", 45, 10));
        period.add(row(Channel.AUTOMATED, "billing", "csat", 32, 10));
        period.add(row(Channel.AUTOMATED, "login", "csat", 41, 10));
        period.add(row(Channel.ASSISTED, "login", "csat", 10, 10));

        List<Targets.Row> rows = Targets.of(period, QA);

        assertThat(rows)
                .extracting(Targets.Row::channel, Targets.Row::category, Targets.Row::target, Targets.Row::met)
                .containsExactly(
                        tuple(Channel.AUTOMATED, "", 4.0, false),
                        tuple(Channel.AUTOMATED, "billing", 3.0, true),
                        tuple(Channel.HUMAN, "", 0.1, null));
    }

    @Test
    void theReportShowsThem(@TempDir Path folder) throws Exception {
        PeriodReport report = new PeriodReport(MARCH, APRIL, QA);
        report.add(row(Channel.HUMAN, "how-to", "reopen-rate", 3, 10));

        report.write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Targets")
                .contains("at most 10.0 %")
                .contains("missed");
        assertThat(Files.readAllLines(folder.resolve("targets.csv")))
                .contains(
                        "HUMAN,,reopen-rate,at most,0.1,0.3,10.0,ratio,missed",
                        "HUMAN,how-to,reopen-rate,at most,0.1,0.3,10.0,ratio,missed");
    }

    private static MetricWindow row(Channel channel, String category, String figure, double top, double bottom) {
        Instant start = MARCH.plus(Duration.ofHours(5));
        return new MetricWindow(
                channel,
                new Window(start, start.plus(Duration.ofHours(1))),
                Grain.HOUR,
                category,
                "smb",
                Map.of(figure, new Measure(top / bottom, top, bottom, figure.equals("csat") ? "points" : "ratio")),
                1,
                start);
    }
}
