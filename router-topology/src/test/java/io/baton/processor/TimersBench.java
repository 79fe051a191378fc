// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.Stores;

/** What a look at the clock costs while a million timers wait and none is due: microseconds, median and worst of a thousand looks. */
final class TimersBench {

    private static final int MILLION = 1_000_000;
    private static final int LOOKS = 1_000;
    private static final long T0 = 1_772_355_600_000L;

    private TimersBench() {}

    public static void main(String[] args) {
        TreeSet<Bytes> packed = new TreeSet<>();
        KafkaPendingTimers kafka = new KafkaPendingTimers(
                Stores.inMemoryKeyValueStore("pending-timers").get());
        for (int i = 0; i < MILLION; i++) {
            Bytes waiting = Keys.conversation("cust-" + i, "c-" + i);
            packed.add(Keys.timer(T0 + i, waiting));
            kafka.set(T0 + i, waiting);
        }
        measure(
                "packed",
                look -> PackedPendingTimers.due(packed, T0 - LOOKS + look - 1, 1_000)
                        .size());
        measure("in a store", look -> kafka.due(T0 - LOOKS + look - 1, 1_000).size());
    }

    private interface Look {
        int at(int look);
    }

    private static void measure(String what, Look look) {
        double[] micros = new double[LOOKS];
        int found = 0;
        for (int i = 0; i < LOOKS; i++) {
            long began = System.nanoTime();
            found += look.at(i);
            micros[i] = (System.nanoTime() - began) / 1_000.0;
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%s: %d due, median %.2f us, worst of %d looks %.1f us%n",
                what,
                found,
                micros[LOOKS / 2],
                LOOKS,
                micros[LOOKS - 1]);
    }
}
