// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {

    /** Handles are given out one by one; those of old conversations lie far apart. */
    @ParameterizedTest
    @CsvSource({"1, 200, 1", "2, 5000, 1", "3, 300, 1000003", "4, 2000, 64", "5, 500, 288230376151711744"})
    void whatIsPutInIsFoundUntilItIsTakenOut(int seed, int most, long apart) {
        Random random = new Random(seed);
        Handles handles = new Handles();
        Map<Long, Kept> expected = new HashMap<>();
        Customer customer = new Customer("c", new Blocks());

        for (int i = 0; i < 20_000; i++) {
            long handle = random.nextInt(most) * apart;
            if (random.nextInt(5) < 3) {
                Kept kept = new Kept(customer, "conversation", handle);
                handles.put(kept);
                expected.put(handle, kept);
            } else {
                handles.remove(handle);
                expected.remove(handle);
            }
            long any = random.nextInt(most) * apart;
            assertThat(handles.get(any)).isSameAs(expected.get(any));
        }
        expected.forEach((handle, kept) -> assertThat(handles.get(handle)).isSameAs(kept));
        assertThat(expected).isNotEmpty();
    }
}
