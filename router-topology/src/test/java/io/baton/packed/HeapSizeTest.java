// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of what state takes is near what it does take. */
class HeapSizeTest {

    private static final int CUSTOMERS = 40_000;

    @ParameterizedTest
    @CsvSource({"36, 300, 160, 9, 600", "8, 120, 40, 1, 60", "20, 500, 200, 30, 900"})
    void theEstimateIsWithinAFifthOfWhatIsInUse(int id, int image, int entry, int turns, int journey) {
        long before = used();
        PackedState state = new PackedState(
                new TestCodec(),
                (number, pack) -> {},
                new Cleaning(Long.MAX_VALUE),
                StateBudget.unlimited().share());
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "c".repeat(id) + (100_000 + i);
            String conversation = "d".repeat(id) + (100_000 + i);
            state.begin(customer, conversation, TestCodec.image(1 + i, new byte[image]), new byte[entry]);
            for (int turn = 1; turn < turns; turn++) {
                Kept kept = state.holdings().find(customer, conversation);
                state.turn(kept, TestCodec.image(1 + i, new byte[image]), new byte[60], new byte[entry]);
            }
            state.journey(customer, new byte[journey], 1 + i);
            state.timers().add(WaitingTimers.key(1 + i, customer, conversation));
            state.timers().add(WaitingTimers.key(1 + i, customer, null));
        }
        state.seal();

        long taken = used() - before;

        double share = (double) state.holdings().heap() / taken;
        assertThat(share).as("estimated / in use").isBetween(0.85, 1.2);
    }

    /** What is reachable, as far as a few collections tell. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
