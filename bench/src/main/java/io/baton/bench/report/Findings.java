// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.cluster.Feed;
import io.baton.bench.events.Flavour;
import io.baton.bench.figures.FigureSize;
import io.baton.bench.gate.Evidence;
import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.latency.HotKey;
import io.baton.bench.latency.Latency;
import io.baton.bench.measure.Cost;
import io.baton.bench.measure.Ended;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Idle;
import io.baton.bench.measure.Instances;
import io.baton.bench.measure.Plan;
import io.baton.bench.measure.Restart;
import io.baton.bench.measure.Run;
import io.baton.bench.measure.StateSize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a bench has found.
 *
 * @param options what was asked for, by option
 * @param settings of each variant, by its id
 * @param fed what one program of each flavour was fed
 * @param runs every slice that counts
 * @param ended every program
 * @param idle what the programs took while nobody was fed, by group
 * @param evidence what those agreed on that were fed the same
 * @param latency by profile; empty where it was not measured
 * @param restart null where it was not measured
 * @param growth null where it was not measured
 * @param costs of what else was measured
 * @param hotKey null where it was not measured
 * @param console null where it was not measured
 * @param figures size of the topics of figures; null where it was not measured
 * @param instances null where it was not measured
 */
public record Findings(
        Machine machine,
        Map<String, String> options,
        Map<String, List<String>> settings,
        Plan plan,
        Map<Flavour, Feed.Fed> fed,
        List<Run> runs,
        List<Ended> ended,
        List<Idle> idle,
        Map<String, Evidence> evidence,
        Map<String, Latency> latency,
        StateSize state,
        @Nullable Restart restart,
        @Nullable Growth growth,
        List<Cost> costs,
        @Nullable HotKey hotKey,
        @Nullable ConsoleCost console,
        @Nullable FigureSize figures,
        @Nullable Instances instances) {}
