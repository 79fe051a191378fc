// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ordinary rounds at one commit interval, put side by side. */
public record Comparison(int commitMs, List<Run> runs) {

    /** What the router is held against, and the same over the text events where that was measured. */
    public enum Baseline {
        PASSTHROUGH_TUNED(Variant.PASSTHROUGH_TUNED, Variant.PASSTHROUGH_TUNED_TEXT),
        PASSTHROUGH_DEFAULT(Variant.PASSTHROUGH_DEFAULT, Variant.PASSTHROUGH_DEFAULT_TEXT),
        IDIOMATIC(Variant.IDIOMATIC, Variant.IDIOMATIC_TEXT);

        private final Variant given;
        private final Variant text;

        Baseline(Variant given, Variant text) {
            this.given = given;
            this.text = text;
        }

        /** Name in the JSON. */
        public String id() {
            return given.id();
        }
    }

    /** Of all runs those at one commit interval. */
    public static Comparison at(int commitMs, List<Run> all) {
        return new Comparison(
                commitMs,
                all.stream()
                        .filter(run -> run.commitMs() == commitMs && Plan.isOrdinary(run))
                        .toList());
    }

    /** Of all runs those beside a program on Flink at one commit interval. */
    public static Comparison beside(Variant flink, int commitMs, List<Run> all) {
        return new Comparison(
                commitMs,
                all.stream()
                        .filter(run -> run.commitMs() == commitMs && run.group().equals(flink.id()))
                        .toList());
    }

    /** A variant against another one, the baseline; empty where one of the two was not measured. */
    public Optional<Ratio> ratio(Variant baseline, Variant own) {
        return ratio(cpu(baseline), own);
    }

    /** The router over events of a flavour against a baseline; empty where one of the two was not measured. */
    public Optional<Ratio> ratio(Baseline baseline, Flavour flavour) {
        Variant own = flavour == Flavour.GIVEN ? Variant.ROUTER_GIVEN : Variant.ROUTER_TEXT;
        Map<Integer, Double> other = flavour == Flavour.GIVEN ? cpu(baseline.given) : cpu(baseline.text);
        if (other.isEmpty()) {
            // Bytes in, bytes out: the text events differ from the others by a few bytes, and by nothing else.
            other = baseline == Baseline.IDIOMATIC ? other : cpu(baseline.given);
        }
        return ratio(other, own);
    }

    private Optional<Ratio> ratio(Map<Integer, Double> other, Variant own) {
        Map<Integer, Double> measured = cpu(own);
        List<Double> of = new ArrayList<>();
        List<Double> by = new ArrayList<>();
        for (Map.Entry<Integer, Double> round : other.entrySet()) {
            Double costs = measured.get(round.getKey());
            if (costs != null) {
                of.add(round.getValue());
                by.add(costs);
            }
        }
        return of.isEmpty() ? Optional.empty() : Optional.of(Ratio.of(of, by).withCompiling(jitShare(own)));
    }

    /** Runs of one variant. */
    public List<Run> of(Variant variant) {
        return runs.stream().filter(run -> run.variant() == variant).toList();
    }

    /** Median of processor time, microseconds an event; NaN where it was not measured. */
    public double cpuMicros(Variant variant) {
        return Statistics.median(cpu(variant).values());
    }

    /** Median of the rate; NaN where it was not measured. */
    public double eventsPerSecond(Variant variant) {
        return Statistics.median(
                of(variant).stream().map(run -> run.window().eventsPerSecond()).toList());
    }

    /** Median of the share of processor time that the compilers of a variant and of the broker took; NaN where it was not measured. */
    public double jitShare(Variant variant) {
        return Statistics.median(
                of(variant).stream().map(run -> run.window().compilingShare()).toList());
    }

    /** Median of the time from one commit that was seen to the next, milliseconds; NaN where it was not measured. */
    public double commitEveryMs(Variant variant) {
        return Statistics.median(
                of(variant).stream().map(run -> run.window().commitEveryMs()).toList());
    }

    private Map<Integer, Double> cpu(Variant variant) {
        Map<Integer, Double> byRound = new TreeMap<>();
        of(variant).forEach(run -> byRound.put(run.round(), run.window().cpuMicros()));
        return byRound;
    }
}
