// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.List;

/**
 * The router as one process and as two that share the work, over the same events. Without a verdict: broker and both processes
 * share the cores of one machine, which says little of two machines.
 *
 * @param one events a second of one process
 * @param two the same of two
 * @param oneMicros processor time an event, one process and the broker
 * @param twoMicros the same, both processes and the broker
 */
public record Instances(double one, double two, double oneMicros, double twoMicros) {

    /** What was measured of it. */
    public static Instances of(List<Run> all) {
        List<Run> runs =
                all.stream().filter(run -> run.group().equals(Plan.INSTANCES)).toList();
        return new Instances(
                rate(runs, Variant.ROUTER_GIVEN),
                rate(runs, Variant.ROUTER_TWO),
                micros(runs, Variant.ROUTER_GIVEN),
                micros(runs, Variant.ROUTER_TWO));
    }

    private static double rate(List<Run> runs, Variant variant) {
        return Statistics.median(runs.stream()
                .filter(run -> run.variant() == variant)
                .map(run -> run.window().eventsPerSecond())
                .toList());
    }

    private static double micros(List<Run> runs, Variant variant) {
        return Statistics.median(runs.stream()
                .filter(run -> run.variant() == variant)
                .map(run -> run.window().cpuMicros())
                .toList());
    }
}
