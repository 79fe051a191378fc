// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agenda is a set in the order of its keys, whatever comes and goes. */
class AgendaTest {

    private static final long START = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 600000", "3, 604800000", "4, 65536"})
    void itHoldsWhatATreeHoldsInTheSameOrder(int seed, int span) {
        Random random = new Random(seed);
        Agenda agenda = new Agenda();
        NavigableSet<Bytes> expected = new TreeSet<>();
        for (int step = 0; step < 20_000; step++) {
            boolean growing = (step / 5_000) % 2 == 0;
            Bytes timer = WaitingTimers.key(
                    START + random.nextInt(span), "customer-" + random.nextInt(3), random.nextBoolean() ? "c" : null);
            if (random.nextInt(10) < (growing ? 7 : 2)) {
                assertThat(agenda.add(timer)).isEqualTo(expected.add(timer));
            } else {
                Bytes gone = expected.isEmpty() || random.nextInt(4) == 0 ? timer : expected.ceiling(timer);
                gone = gone == null ? expected.first() : gone;
                assertThat(agenda.remove(gone)).isEqualTo(expected.remove(gone));
            }
            if (step % 1_000 == 0) {
                assertThat(agenda).containsExactlyElementsOf(expected);
            }
        }
        agenda.clear();
        assertThat(agenda).isEmpty();
    }
}
