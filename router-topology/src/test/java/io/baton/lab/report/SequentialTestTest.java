// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looked at after every conversation, the test promotes no variant by chance and finds one that is better. */
final class SequentialTestTest {

    private static final int RUNS = 1_000;
    private static final int CONVERSATIONS = 3_000;

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.7", "3, 0.9", "4, 0.1"})
    @Tag("L08")
    void withoutADifferenceAtMostOneInTwentyIsPromoted(long seed, double share) {
        assertThat(promoted(seed, share, share)).isLessThanOrEqualTo(RUNS / 20);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.60, 0.75", "6, 0.80, 0.90"})
    @Tag("L08")
    void aBetterVariantIsFound(long seed, double old, double better) {
        assertThat(promoted(seed, old, better)).isGreaterThan(RUNS * 9 / 10);
    }

    /** In how many runs the second is called better at any look, or the first where there is no difference. */
    private static int promoted(long seed, double old, double better) {
        Random random = new Random(seed);
        int promoted = 0;
        for (int run = 0; run < RUNS; run++) {
            promoted += decides(random, old, better) ? 1 : 0;
        }
        return promoted;
    }

    private static boolean decides(Random random, double old, double better) {
        double[] solved = new double[2];
        double[] ended = new double[2];
        for (int i = 0; i < CONVERSATIONS; i++) {
            int variant = random.nextInt(2);
            ended[variant]++;
            solved[variant] += random.nextDouble() < (variant == 0 ? old : better) ? 1 : 0;
            boolean second = SequentialTest.better(solved[1], ended[1], solved[0], ended[0]);
            boolean first = SequentialTest.better(solved[0], ended[0], solved[1], ended[1]);
            if (second || (first && old == better)) {
                return true;
            }
        }
        return false;
    }
}
