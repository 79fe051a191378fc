// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bench is to do.
 *
 * @param file events to use instead of generated ones; null = generated
 * @param events how many, at most as many as the file has
 * @param open conversations that are open at a time
 * @param warmUp share of the events of a run that does not count
 * @param rounds how often each variant runs at each commit interval
 * @param commits commit intervals, milliseconds; the headline figures are about the first
 * @param idiomaticShare share of the events that the idiomatic alternative runs over
 * @param rocksDbRounds in how many of the rounds the router runs on RocksDB
 * @param parts what else is measured
 * @param latency how latency is measured
 * @param restarts how often a router is restarted to see what restoring takes
 * @param growth sizes that are compared
 * @param heap most heap of each program, such as {@code 2g}
 * @param growthHeap the same while sizes are compared
 * @param store store of the router; null = the product's own choice
 * @param routerJvm more options of the router's virtual machine
 * @param routerSet more settings of the router
 */
record Options(
        @Nullable Path file,
        long events,
        int open,
        long seed,
        int partitions,
        double warmUp,
        List<Variant> variants,
        int rounds,
        List<Integer> commits,
        double idiomaticShare,
        int rocksDbRounds,
        Set<Part> parts,
        Steady latency,
        int restarts,
        Growth.Sizes growth,
        String heap,
        String growthHeap,
        @Nullable String store,
        List<String> routerJvm,
        List<String> routerSet) {

    /** What is measured besides the rounds. */
    enum Part {
        LATENCY,
        RESTORE,
        GROWTH
    }

    /**
     * A steady load.
     *
     * @param rate events a second
     * @param warmUp seconds that do not count
     * @param counted seconds that do
     */
    record Steady(long rate, int warmUp, int counted) {}
}
