// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.measure.Plan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bench is to do.
 *
 * @param plan which programs run over which events
 * @param warmUpSeconds longest warm-up of a program
 * @param parts what else is measured
 * @param latency how latency is measured
 * @param hotKey how latency beside one large customer is measured
 * @param console how the console is measured: events a second, and the rounds
 * @param figureMinutes how many minutes of a day's load the size of the topics of figures is taken from
 * @param restarts how often a router is restarted to see what restoring takes
 * @param growthOpen open conversations that are held against a fortieth of them
 * @param growthHeap heap while sizes are compared
 * @param store store of the router; null = the product's own choice
 * @param routerJvm more options of the router's virtual machine
 * @param routerSet more settings of the router
 */
record Options(
        Plan plan,
        int partitions,
        double warmUpSeconds,
        Set<Part> parts,
        Steady latency,
        Steady hotKey,
        Rate console,
        int figureMinutes,
        int restarts,
        int growthOpen,
        String growthHeap,
        @Nullable String store,
        List<String> routerJvm,
        List<String> routerSet) {

    /** What is measured besides the rounds. */
    enum Part {
        LATENCY,
        RESTORE,
        GROWTH,
        HOTKEY,
        CONSOLE,
        METRICS
    }

    /**
     * A steady load by turns with something and without.
     *
     * @param rate events a second
     * @param rounds each with a slice of both
     * @param sliceMillis length of a slice
     */
    record Rate(long rate, int rounds, int sliceMillis) {}

    /**
     * A steady load.
     *
     * @param rate events a second
     * @param warmUp seconds that do not count
     * @param counted seconds that do
     */
    record Steady(long rate, int warmUp, int counted) {}
}
