// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final org.assertj.core.data.Offset<Double> NEAR = within(1e-9);

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(5.5);
        assertThat(Statistics.median(List.of())).isNaN();
    }

    @Test
    void aPercentileIsTheNearestRank() {
        List<Double> values = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            values.add((double) i);
        }
        assertThat(Statistics.percentile(values, 0.50)).isEqualTo(100);
        assertThat(Statistics.percentile(values, 0.99)).isEqualTo(198);
        assertThat(Statistics.percentile(values, 1)).isEqualTo(200);
        assertThat(Statistics.percentile(List.of(3.0), 0.99)).isEqualTo(3);
    }

    @Test
    void theSpreadIsTheLargestByTheSmallest() {
        assertThat(Statistics.spread(List.of(4.0, 5.0, 6.0))).isEqualTo(1.5);
        assertThat(Statistics.spread(List.of(4.0))).isEqualTo(1);
    }

    @Test
    void whereAMedianLiesIsSaidByTheValuesAroundIt() {
        List<Double> twelve = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            twelve.add((double) i);
        }

        assertThat(Statistics.medianRange(twelve)).isEqualTo(new Statistics.Range(3, 10));
        assertThat(Statistics.medianRange(twelve.subList(0, 6))).isEqualTo(new Statistics.Range(1, 6));
    }

    @Test
    void ofFewerThanSixValuesItIsNotSaid() {
        assertThat(Statistics.medianRange(List.of(1.0, 1.0, 1.0, 1.0, 1.0)))
                .isEqualTo(new Statistics.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void ratiosArePairedByRound() {
        Ratio ratio = Ratio.of(List.of(5.0, 6.0, 5.5), List.of(10.0, 6.0, 5.0));

        assertThat(ratio.median()).isEqualTo(1.0, NEAR);
        assertThat(ratio.least()).isEqualTo(0.5, NEAR);
        assertThat(ratio.most()).isEqualTo(1.1, NEAR);
    }

    @Test
    void aRouterThatCostsMoreIsCalledSlower() {
        assertThat(Ratio.of(List.of(5.0), List.of(8.0)).verdict()).isEqualTo("slower: the router costs 1.60x as much");
        assertThat(Ratio.of(List.of(8.0), List.of(4.0)).verdict())
                .isEqualTo("faster: it costs 2.00x as much as the router");
        assertThat(Ratio.of(List.of(5.0), List.of(5.1)).verdict()).isEqualTo("the router costs the same");
    }

    @Test
    void aBaselineThatVariesTooMuchGivesNoVerdict() {
        Ratio ratio = Ratio.of(List.of(5.0, 6.6), List.of(5.0, 5.0));

        assertThat(ratio.holds()).isFalse();
        assertThat(ratio.verdict()).startsWith("no verdict");
    }

    @Test
    void compilersThatAreStillBusyGiveNoVerdict() {
        Ratio ratio = Ratio.of(List.of(5.0, 5.1), List.of(10.0, 10.0));

        assertThat(ratio.withCompiling(0.1).verdict()).startsWith("slower");
        assertThat(ratio.withCompiling(0.11).holds()).isFalse();
        assertThat(ratio.withCompiling(0.11).verdict())
                .isEqualTo("no verdict: compilers still took 11 %, more than 10 %");
    }

    @Test
    void theCompilersOfTheBrokerCountAsMuchAsThoseOfTheProgram() {
        assertThat(new Window(10, 3, 1, 1, 0.04, 0.4, 100).compilingShare()).isEqualTo(0.13, NEAR);
    }

    @Test
    void aWindowCountsProcessorTimeToTheEndAndTheRateToTheLastCommitButOne() {
        List<Sample> samples = List.of(
                new Sample(1_000_000_000L, 0, 1_000_000, 200_000),
                new Sample(1_500_000_000L, 400, 2_000_000, 600_000),
                new Sample(2_000_000_000L, 650, 2_500_000, 800_000),
                new Sample(3_000_000_000L, 700, 2_700_000, 900_000));

        Window window = Window.of(samples, 170_000, 70_000);

        assertThat(window.events()).isEqualTo(700);
        assertThat(window.appMicros()).isEqualTo(1700.0 / 700, NEAR);
        assertThat(window.brokerMicros()).isEqualTo(1.0, NEAR);
        assertThat(window.jitShare()).isEqualTo(0.1, NEAR);
        assertThat(window.brokerJitShare()).isEqualTo(0.1, NEAR);
        // The last 50 events waited a second for their commit, which says nothing of the rate.
        assertThat(window.eventsPerSecond()).isEqualTo(650, NEAR);
        assertThat(window.commitEveryMs()).isEqualTo(2000.0 / 3, NEAR);
    }

    @Test
    void aSliceOfOneCommitCountsToItsEnd() {
        List<Sample> samples = List.of(new Sample(0, 0, 0, 0), new Sample(500_000_000L, 100, 1, 1));

        assertThat(Window.of(samples, 0, 0).eventsPerSecond()).isEqualTo(200, NEAR);
    }

    @Test
    void anEmptySliceIsRefused() {
        assertThatThrownBy(() -> Window.of(List.of(new Sample(1, 0, 1, 1)), 0, 0))
                .hasMessageContaining("empty");
    }

    @Test
    void aProgramIsWarmOnceItsCompilersAreQuiet() {
        Warmth first = Warmth.COLD.after(new Window(10, 1, 1, 1, 0.4, 0.4, 100), 2);
        Warmth second = first.after(new Window(10, 1, 1, 1, 0.06, 0.02, 100), 1.5);

        assertThat(Warmth.COLD.isWarm()).isFalse();
        assertThat(first.isWarm()).isFalse();
        assertThat(first.told()).isEqualTo("still compiling after 1 slices, 40 %");
        assertThat(second.isWarm()).isTrue();
        assertThat(second.seconds()).isEqualTo(3.5, NEAR);
    }

    @Test
    void whatACircumstanceAddsIsHeldAgainstItsLimit() {
        Cost cost = Cost.between("policyRatio", List.of(10.0, 11.0, 10.0), List.of(11.0, 12.1, 12.0), 1.15);

        assertThat(cost.median()).isEqualTo(1.1, NEAR);
        assertThat(cost.least()).isEqualTo(1.1, NEAR);
        assertThat(cost.most()).isEqualTo(1.2, NEAR);
        assertThat(cost.verdict()).isEqualTo("within 15 %");
        assertThat(Cost.between("x", List.of(10.0), List.of(12.0), 1.03).verdict())
                .isEqualTo("more than 3 %");
        assertThat(Cost.between("x", List.of(10.0, 14.0), List.of(12.0, 12.0), 1.03)
                        .verdict())
                .startsWith("no verdict");
    }
}
