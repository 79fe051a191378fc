// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.cluster.Preload;
import io.baton.bench.events.Flavour;
import io.baton.bench.gate.Evidence;
import io.baton.bench.latency.Latency;
import io.baton.bench.measure.Growth;
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
 * @param evidence what each group of runs agreed on
 * @param latency by profile; empty where it was not measured
 * @param restart null where it was not measured
 * @param growth null where it was not measured
 */
public record Findings(
        Machine machine,
        Map<String, String> options,
        Map<String, List<String>> settings,
        Map<Flavour, Preload> events,
        Plan plan,
        List<Run> runs,
        Map<String, Evidence> evidence,
        Map<String, Latency> latency,
        StateSize state,
        @Nullable Restart restart,
        @Nullable Growth growth) {}
