// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.bench.measure.Warmth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ConsoleCostTest {

    private static final int ROUNDS = 12;

    /** Rounds in each of which an event costs 50 µs without viewers, and so many times that with them. */
    private static ConsoleCost cost(double compiling, double... ratios) {
        return cost(0, compiling, ratios);
    }

    private static ConsoleCost cost(long behind, double compiling, double... ratios) {
        List<Double> alone = Collections.nCopies(ratios.length, 50.0);
        List<Double> watched =
                DoubleStream.of(ratios).map(ratio -> 50 * ratio).boxed().toList();
        return new ConsoleCost(
                5_000,
                200,
                new Warmth(4, 20, 0.02),
                alone,
                watched,
                compiling,
                behind,
                new ConsoleCost.Questions(0, 1, 1, 1),
                new ConsoleCost.Inbox(1_000, 1, 1, 1));
    }

    private static double[] all(double ratio) {
        double[] rounds = new double[ROUNDS];
        Arrays.fill(rounds, ratio);
        return rounds;
    }

    @Test
    void aFewCalmRoundsGiveAVerdict() {
        assertThat(cost(0.02, all(1.03)).verdict()).isEqualTo("within 5 %");
        assertThat(cost(0.02, all(1.08)).verdict()).isEqualTo("more than 5 %");
    }

    @Test
    void twoOddRoundsOfTwelveDoNotChangeIt() {
        double[] rounds = all(1.02);
        rounds[3] = 1.9;
        rounds[7] = 0.4;

        assertThat(cost(0.02, rounds).verdict()).isEqualTo("within 5 %");
    }

    @Test
    void roundsThatDifferTooMuchGiveNone() {
        assertThat(cost(0.02, 0.9, 1.2, 0.9, 1.2, 0.9, 1.2, 0.9, 1.2, 0.9, 1.2).verdict())
                .startsWith("no verdict");
    }

    @Test
    void neitherDoCompilersAtWork() {
        assertThat(cost(0.2, all(1.0)).verdict()).isEqualTo("no verdict: compilers still took 20 %");
    }

    @Test
    void neitherDoesARouterThatDoesNotKeepUp() {
        assertThat(cost(5_001, 0.02, all(1.0)).verdict()).isEqualTo("no verdict: the router is 5,001 events behind");
    }

    @Test
    void whatViewersTakeASecondFollowsFromTheLoad() {
        assertThat(cost(0, all(1.02)).millisASecond())
                .as("2 % of 50 µs, 5,000 times")
                .isCloseTo(5, within(1e-6));
    }

    @Test
    void ofTheQuestionsTheLaterHalfCounts() {
        assertThat(ConsoleCost.Questions.of(10, List.of(90.0, 80.0, 2.0, 3.0, 4.0)))
                .isEqualTo(new ConsoleCost.Questions(12, 3, 3, 4));
    }
}
