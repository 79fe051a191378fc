// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTest {

    @Test
    void findsThePlaceOfEachBucketAndOfNoOther() {
        int[] buckets = new Random(3)
                .ints(20_000, 0, Hashing.BUCKETS)
                .distinct()
                .sorted()
                .toArray();
        Known known = new Known(buckets);

        for (int bucket = 0; bucket < Hashing.BUCKETS; bucket++) {
            assertThat(known.place(bucket)).isEqualTo(Math.max(Known.NONE, Arrays.binarySearch(buckets, bucket)));
        }
    }

    @Test
    void placesOfTheKnownOnesStandInTheOrderInWhichTheyWereAskedFor() {
        Random random = new Random(5);
        Known known = new Known(
                random.ints(90_000, 0, Hashing.BUCKETS).distinct().sorted().toArray());

        for (int times = 0; times < 1_000; times++) {
            int[] asked = random.ints(random.nextInt(80), 0, Hashing.BUCKETS).toArray();
            int[] places = new int[asked.length];
            int count = known.places(asked, places);

            assertThat(Arrays.copyOf(places, count))
                    .isEqualTo(Arrays.stream(asked)
                            .map(known::place)
                            .filter(place -> place != Known.NONE)
                            .toArray());
        }
    }

    @Test
    void knowsTheFirstAndTheLast() {
        Known known = new Known(new int[] {0, 63, 64, Hashing.BUCKETS - 1});

        assertThat(new int[] {known.place(0), known.place(63), known.place(64), known.place(Hashing.BUCKETS - 1)})
                .containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,1", "1,1", "-1", "262144"})
    void bucketsOutOfOrderAreRefused(String list) {
        int[] buckets =
                Arrays.stream(list.split(",", -1)).mapToInt(Integer::parseInt).toArray();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Known(buckets))
                .withMessageContaining("ascending")
                .withMessageContaining(String.valueOf(buckets[buckets.length - 1]));
    }
}
