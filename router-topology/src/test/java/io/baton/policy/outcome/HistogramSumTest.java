// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Growing in place gives the bytes that adding up copies gives. */
final class HistogramSumTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void isAtEachStepWhatCopiesGive(long seed) {
        Random random = new Random(seed);
        HistogramSum growing = new HistogramSum();
        LogHistogram copied = LogHistogram.EMPTY;
        List<Long> there = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            if (!there.isEmpty() && random.nextInt(5) < 2) {
                long value = there.remove(random.nextInt(there.size()));
                growing.add(value, -1);
                copied = copied.minus(LogHistogram.of(value));
            } else {
                long value = (long) Math.exp(random.nextDouble() * 20) - 1;
                there.add(value);
                growing.add(value, 1);
                copied = copied.plus(LogHistogram.of(value));
            }
            assertThat(growing.isEmpty()).isEqualTo(copied.isEmpty());
            assertThat(growing.toBytes()).isEqualTo(copied.toBytes());
        }
    }

    @Test
    void whatIsTakenBackFirstIsMissedUntilItComes() {
        HistogramSum growing = new HistogramSum();

        growing.add(70_000, -1);
        assertThat(growing.toBytes())
                .isEqualTo(LogHistogram.EMPTY.minus(LogHistogram.of(70_000)).toBytes());
        growing.add(70_000, 1);

        assertThat(growing.isEmpty()).isTrue();
    }

    @Test
    void ofTwoValuesOfOneBucketOneMayComeAndTheOtherGo() {
        HistogramSum growing = new HistogramSum();

        growing.add(70_001, 1);
        growing.add(70_000, -1);

        LogHistogram copied = LogHistogram.of(70_001).minus(LogHistogram.of(70_000));
        assertThat(growing.isEmpty()).isFalse();
        assertThat(growing.toBytes()).isEqualTo(copied.toBytes());
    }

    @Test
    void addsWhatWasKept() {
        HistogramSum growing = new HistogramSum();
        growing.add(5_000, 1);
        LogHistogram kept = LogHistogram.of(12).plus(LogHistogram.of(5_000)).plus(LogHistogram.of(900_000));

        growing.add(LogHistogram.fromBytes(kept.toBytes()));

        assertThat(growing.toBytes())
                .isEqualTo(kept.plus(LogHistogram.of(5_000)).toBytes());
    }
}
