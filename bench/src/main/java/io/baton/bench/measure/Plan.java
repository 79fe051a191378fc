// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
import java.util.List;
import java.util.Map;

/**
 * Which variants run how often.
 *
 * @param commits commit intervals in milliseconds; the first one is the one that the headline figures are about
 * @param rounds how often each variant runs at each of them
 * @param conversations how many the events of each flavour begin
 * @param idiomaticShare share of the events that the idiomatic alternative runs over: it is an order of magnitude slower
 * @param rocksDbRounds in how many rounds the router runs on RocksDB
 */
public record Plan(
        List<Variant> variants,
        List<Integer> commits,
        int rounds,
        Map<Flavour, Long> conversations,
        double idiomaticShare,
        int rocksDbRounds) {

    public Plan {
        variants = List.copyOf(variants);
        commits = List.copyOf(commits);
        conversations = Map.copyOf(conversations);
    }

    Runner.Task task(Variant variant, int round, int commitMs) {
        double share = variant.program().equals("idiomatic") ? idiomaticShare : 1;
        boolean keep = variant == Variant.ROUTER_GIVEN && round == rounds && commitMs == commits.get(0);
        Long begun = conversations.get(variant.flavour());
        return new Runner.Task(
                variant, round, commitMs, variant.flavour().prefix(), begun == null ? 0 : begun, share, keep);
    }

    /** The run whose topics are kept for a restart. */
    public Runner.Task kept() {
        return task(Variant.ROUTER_GIVEN, rounds, commits.get(0));
    }

    /** A run before the first round, whose figures nobody looks at. */
    Runner.Task warmUp() {
        boolean given = variants.stream().anyMatch(variant -> variant.flavour() == Flavour.GIVEN);
        return task(given ? Variant.PASSTHROUGH_TUNED : Variant.PASSTHROUGH_TUNED_TEXT, 0, commits.get(0));
    }

    boolean runs(Variant variant, int round) {
        return variant != Variant.ROUTER_ROCKSDB || round <= rocksDbRounds;
    }

    /** How many runs there are in all. */
    public int size() {
        int size = 0;
        for (Variant variant : variants) {
            for (int round = 1; round <= rounds; round++) {
                size += runs(variant, round) ? commits.size() : 0;
            }
        }
        return size;
    }
}
