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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("L14")
class ExplanationsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void theSurestOfASegmentComesFirstAndSegmentsThatDifferAreNamed() {
        Period period = new Period(MARCH, APRIL);
        period.add(row(Channel.AUTOMATED, "smb", Map.of("video", ratio(90, 100), "article", ratio(20, 100))));
        period.add(row(Channel.AUTOMATED, "free", Map.of("video", ratio(30, 100), "rare", ratio(4, 4))));
        period.add(row(Channel.HUMAN, "free", Map.of("call", ratio(9, 9))));

        assertThat(Explanations.of(period))
                .extracting(
                        Explanations.Row::segment,
                        Explanations.Row::resolution,
                        Explanations.Row::held,
                        Explanations.Row::verdict)
                .containsExactly(
                        tuple("free", "video", 30L, "worse than elsewhere"),
                        tuple("smb", "video", 90L, "better than elsewhere"),
                        tuple("smb", "article", 20L, ""));
    }

    @Test
    void theReportShowsThem(@TempDir Path folder) throws Exception {
        PeriodReport report = new PeriodReport(MARCH, APRIL, new QaRule(0, 0));
        report.add(row(Channel.AUTOMATED, "smb", Map.of("video", ratio(81, 263))));

        report.write(folder);

        assertThat(Files.readString(folder.resolve("report.html"))).contains("by segment", "81 / 263", "26 to 37 %");
    }

    private static Measure ratio(double held, double tried) {
        return new Measure(held / tried, held, tried, "ratio");
    }

    private static MetricWindow row(Channel channel, String segment, Map<String, Measure> solved) {
        Instant start = MARCH.plus(Duration.ofHours(5));
        Map<String, Measure> measures = new HashMap<>();
        solved.forEach((code, measure) -> measures.put("solved-by." + code, measure));
        return new MetricWindow(
                channel,
                new Window(start, start.plus(Duration.ofHours(1))),
                Grain.HOUR,
                "how-to",
                segment,
                measures,
                1,
                start);
    }
}
