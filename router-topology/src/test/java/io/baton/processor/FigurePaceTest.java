// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.policy.outcome.MetricKey;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FigurePaceTest {

    private static final long NOON = 1_772_452_800_000L;

    private final FigurePace pace = new FigurePace();

    @Test
    void rowsOfAGrainAreToldTogetherAtTheirTurn() {
        pace.due(NOON);
        pace.changed(row(Grain.MINUTE, 0), NOON + 1_000);
        pace.changed(row(Grain.HOUR, 0), NOON + 14_000);
        pace.changed(row(Grain.MINUTE, 1), NOON + 14_000);

        assertThat(pace.due(NOON + 14_999)).isEmpty();
        assertThat(pace.due(NOON + 15_000)).containsExactly(row(Grain.MINUTE, 0), row(Grain.MINUTE, 1));
    }

    @Test
    void whatHasBeenToldWaitsNoMoreAndMayChangeAgain() {
        pace.changed(row(Grain.MINUTE, 0), NOON);
        pace.told(row(Grain.MINUTE, 0));

        assertThat(pace.due(NOON + 60_000)).isEmpty();
        assertThat(pace.changed(row(Grain.MINUTE, 0), NOON)).isTrue();
        assertThat(pace.changed(row(Grain.MINUTE, 0), NOON)).isFalse();
    }

    @Test
    void manyRowsLeaveAFewAtATimeAndNoneIsForgotten() {
        pace.due(NOON);
        for (int i = 0; i < 2 * FigurePace.MOST + 1; i++) {
            pace.changed(row(Grain.MINUTE, i), NOON + 14_000);
        }
        int told = 0;
        for (int tick = 0; tick < 3; tick++) {
            List<MetricKey> rows = pace.due(NOON + 15_000 + tick * 500);
            assertThat(rows).hasSizeLessThanOrEqualTo(FigurePace.MOST);
            told += rows.size();
            rows.forEach(pace::told);
        }

        assertThat(told).isEqualTo(2 * FigurePace.MOST + 1);
    }

    private static MetricKey row(Grain grain, int number) {
        return new MetricKey(Channel.AUTOMATED, grain, NOON + number * 60_000L, "sync", "standard");
    }
}
