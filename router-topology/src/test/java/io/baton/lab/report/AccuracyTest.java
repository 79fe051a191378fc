// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Map<String, Double> SCORECARD = Map.of("resolution-rate", 0.5, "csat", 0.5);

    private final Period period = new Period(MARCH, MARCH.plus(Duration.ofDays(31)), SCORECARD);

    @Test
    @Tag("M11")
    void precisionAndRecallAreSumsOverHoursAndChannels() {
        row(
                0,
                Channel.AUTOMATED,
                "how-to",
                Map.of("escalation-precision", share(3, 4), "escalation-recall", share(3, 5)));
        row(
                1,
                Channel.ASSISTED,
                "billing",
                Map.of("escalation-precision", share(1, 1), "escalation-recall", share(1, 1)));
        row(
                2,
                Channel.AUTOMATED,
                "how-to",
                Map.of("rule-precision.score", share(1, 2), "rule-recall.score", share(1, 6)));
        row(3, Channel.AUTOMATED, "how-to", Map.of("rule-recall.hard:distress", share(0, 6)));

        String page = page();
        assertThat(page)
                .contains("<td>all</td><td></td><td class=\"n\">80.0 %</td><td class=\"n\">5</td>"
                        + "<td class=\"n\">66.7 %</td><td class=\"n\">6</td>")
                .contains("<td>category</td><td>how-to</td><td class=\"n\">75.0 %</td>")
                .contains("<td>rule</td><td>score</td><td class=\"n\">50.0 %</td><td class=\"n\">2</td>"
                        + "<td class=\"n\">16.7 %</td>")
                .as("a rule that never had anything to say is not in the way")
                .doesNotContain("distress");
    }

    @Test
    void withoutVerdictsAndMissesThereIsNothingToSay() {
        row(0, Channel.AUTOMATED, "how-to", Map.of("escalation-precision", share(0, 0)));

        assertThat(Accuracy.of(period)).isEmpty();
    }

    @Test
    @Tag("M17")
    void theCalibrationErrorOfAPeriodIsNotTheSumOfThoseOfItsHours() {
        row(0, Channel.AUTOMATED, "how-to", calibration(9, 10));
        row(1, Channel.AUTOMATED, "how-to", calibration(9, 8));

        Total error = period.byChannel().get(Channel.AUTOMATED).get("calibration-error");
        assertThat(error.value()).as("off by one up and by one down").isEqualTo(0);
        assertThat(error.denominator()).isEqualTo(20);
    }

    @Test
    @Tag("M16")
    void theScorecardOfAPeriodWeighsTheFiguresOfThePeriod() {
        row(0, Channel.HUMAN, "how-to", Map.of("resolution-rate", share(1, 1), "csat", share(5, 1)));
        row(1, Channel.HUMAN, "how-to", Map.of("resolution-rate", share(0, 3), "csat", share(1, 1)));

        Total card = period.byChannel().get(Channel.HUMAN).get("scorecard");
        assertThat(card.value()).isCloseTo(0.5 * 0.25 + 0.5 * 0.5, within(1e-9));
        assertThat(period.all()).doesNotContainKey("scorecard");
    }

    private static Map<String, Measure> calibration(double stated, double right) {
        Map<String, Measure> measures = new HashMap<>();
        measures.put("confidence-stated.9", share(stated, 10));
        measures.put("confidence-right.9", share(right, 10));
        measures.put("calibration-error", share(Math.abs(stated - right), 10));
        return measures;
    }

    private String page() {
        Page page = new Page("test");
        Accuracy.addTo(page, Accuracy.of(period));
        return page.end();
    }

    private static Measure share(double numerator, double denominator) {
        return new Measure(denominator == 0 ? null : numerator / denominator, numerator, denominator, "ratio");
    }

    private void row(int hour, Channel channel, String category, Map<String, Measure> measures) {
        Instant start = MARCH.plus(Duration.ofHours(hour));
        Window window = new Window(start, start.plus(Duration.ofHours(1)));
        period.add(new MetricWindow(channel, window, Grain.HOUR, category, "standard", measures, 1, start));
    }
}
