// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final Buckets buckets = new Buckets();

    @Test
    void keepsEachOnceInTheOrderInWhichTheyComeRoundAfterRound() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            int[] added = random.ints(round % 400 == 0 ? 600 : 3, 0, 3000).toArray();
            IntStream.of(added).forEach(buckets::add);

            assertThat(buckets.take()).isEqualTo(IntStream.of(added).distinct().toArray());
        }
    }

    @Test
    void moreThanItHasRoomForAreLeftOut() {
        IntStream.range(0, 5000).forEach(buckets::add);

        assertThat(buckets.take()).hasSizeBetween(1297, 2048);
    }
}
