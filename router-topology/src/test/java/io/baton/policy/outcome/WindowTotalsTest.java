// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class WindowTotalsTest {

    @Test
    void aRowShowsTheMainMeasuresOfItsChannelBeforeAnythingWentIn() {
        MetricWindow window = window(Channel.AUTOMATED, new Figure("nps", 100.0, 1.0, null));

        assertThat(window.getMeasures())
                .containsOnlyKeys(
                        "started",
                        "escalated",
                        "escalation-rate",
                        "resolved",
                        "abandoned",
                        "containment",
                        "automated-turns",
                        "time-to-resolution",
                        "csat",
                        "nps");
        assertThat(window.getMeasures().get("started")).isEqualTo(new Measure(0.0, 0.0, 1.0, "conversations"));
        assertThat(window.getMeasures().get("csat")).isEqualTo(new Measure(null, 0.0, 0.0, "points"));
    }

    @Test
    @Tag("M02")
    void containmentIsAFigureOfAutomationAlone() {
        assertThat(window(Channel.HUMAN, new Figure("started", 1.0, 0.0, null)).getMeasures())
                .doesNotContainKeys("containment", "automated-turns");
        assertThat(window(Channel.ASSISTED, new Figure("started", 1.0, 0.0, null))
                        .getMeasures())
                .doesNotContainKey("containment");
    }

    @Test
    @Tag("M09")
    void aQuantileSaysWhereItStandsAmongHowMany() {
        LogHistogram values = LongStream.rangeClosed(1, 1_000)
                .mapToObj(second -> LogHistogram.of(1_000 * second))
                .reduce(LogHistogram.EMPTY, LogHistogram::plus);

        MetricWindow window =
                window(Channel.HUMAN, new Figure("time-to-resolution", 500_500_000.0, 1_000.0, values.toBytes()));

        assertThat(window.getMeasures().get("time-to-resolution"))
                .isEqualTo(new Measure(500.5, 500_500.0, 1_000.0, "seconds"));
        Measure p90 = window.getMeasures().get("time-to-resolution-p90");
        assertThat(p90.getValue()).isBetween(891.0, 909.0);
        assertThat(p90.getNumerator()).isEqualTo(900);
        assertThat(p90.getDenominator()).isEqualTo(1_000);
    }

    @Test
    void everyDeltaIsOneMoreRevision() {
        MetricDelta delta = delta(Channel.HUMAN, T0 + 5, new Figure("started", 1.0, 0.0, null));
        MetricDelta earlier = delta(Channel.HUMAN, T0 + 3, new Figure("started", -1.0, 0.0, null));

        MetricTotals totals = Story.added(Story.added(null, delta), earlier);
        MetricWindow window = Story.window(MetricKey.of(delta), totals);

        assertThat(window.getRevision()).isEqualTo(2);
        assertThat(window.getUpdatedAt()).isEqualTo(Instant.ofEpochMilli(T0 + 5));
        assertThat(window.getWindow().getStart()).isEqualTo(Instant.ofEpochMilli(T0));
        assertThat(window.getWindow().getEnd()).isEqualTo(Instant.ofEpochMilli(T0 + 60_000));
        assertThat(window.getMeasures().get("started").getValue()).isZero();
    }

    @Test
    void aMeasureThatThisVersionDoesNotKnowIsKeptAndNotShown() {
        MetricDelta delta = delta(Channel.HUMAN, T0, new Figure("of-tomorrow", 3.0, 4.0, null));

        MetricTotals totals = Story.added(null, delta);

        assertThat(totals.getFigures()).extracting(Figure::getMeasure).containsExactly("of-tomorrow");
        assertThat(Story.window(MetricKey.of(delta), totals).getMeasures()).doesNotContainKey("of-tomorrow");
    }

    private static MetricWindow window(Channel channel, Figure figure) {
        MetricDelta delta = delta(channel, T0, figure);
        return Story.window(MetricKey.of(delta), Story.added(null, delta));
    }

    private static MetricDelta delta(Channel channel, long updatedAt, Figure figure) {
        return new MetricDelta(channel, Grain.MINUTE, T0, "sync", "standard", List.of(figure), updatedAt);
    }
}
