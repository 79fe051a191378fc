// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.measure.Comparison;
import io.baton.bench.measure.Run;
import io.baton.bench.measure.Statistics;
import io.baton.bench.measure.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each program of a group takes, for people: a line each. */
final class VariantLines {

    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private VariantLines(Findings findings) {
        this.findings = findings;
    }

    /**
     * Of the programs that were measured beside each other.
     *
     * @param where begins the line above them; may be empty
     */
    static List<String> of(Comparison comparison, Findings findings, String where) {
        VariantLines lines = new VariantLines(findings);
        lines.variants(comparison, where);
        return lines.lines;
    }

    /** Of a program on Flink and those beside it, with their ratios, at each commit interval. */
    static List<String> beside(Variant flink, Findings findings) {
        VariantLines lines = new VariantLines(findings);
        for (int commit : findings.plan().commits()) {
            Comparison comparison = Comparison.beside(flink, commit, findings.runs());
            if (!comparison.runs().isEmpty()) {
                lines.variants(comparison, "Beside " + flink.id() + ", which takes a checkpoint as often. ");
                lines.ratios(comparison, flink);
            }
        }
        return lines.lines;
    }

    private void ratios(Comparison comparison, Variant flink) {
        add("");
        add("CPU of %s / CPU of the other, paired by round; 1 is as cheap as Flink", flink.id());
        List<Variant> others = List.of(Variant.ROUTER_GIVEN, Variant.IDIOMATIC);
        for (Variant own : others) {
            comparison
                    .ratio(flink, own)
                    .ifPresent(ratio -> add(
                            "%-24s %12.2f  (%.2f to %.2f)   %s",
                            own.id(), ratio.median(), ratio.least(), ratio.most(), ratio.verdict(own.id())));
        }
        // A checkpoint that takes longer than its interval makes the next one late, and what is late costs less.
        String seen = Stream.concat(others.stream(), Stream.of(flink))
                .map(variant -> Table.line("%s %,.0f ms", variant.id(), comparison.commitEveryMs(variant)))
                .collect(Collectors.joining(", "));
        add("A commit was seen every: %s", seen);
    }

    private void variants(Comparison comparison, String where) {
        add("");
        add(
                "%sCommit every %,d ms; medians of %d slices of each program, after its warm-up, in turn",
                where, comparison.commitMs(), findings.plan().rounds());
        add(
                "%-24s %12s %10s %7s %7s %6s   %s",
                "", "events/s", "µs/event", "app", "broker", "jit", "range of µs/event");
        for (Variant variant : Variant.values()) {
            List<Run> runs = comparison.of(variant);
            if (!runs.isEmpty()) {
                variant(variant, comparison, runs);
            }
        }
    }

    private void variant(Variant variant, Comparison comparison, List<Run> runs) {
        List<Double> all = runs.stream().map(run -> run.window().cpuMicros()).toList();
        add(
                "%-24s %,12.0f %10.2f %7.2f %7.2f %4.0f %%   %.2f to %.2f%s",
                variant.id(),
                comparison.eventsPerSecond(variant),
                comparison.cpuMicros(variant),
                Statistics.median(
                        runs.stream().map(run -> run.window().appMicros()).toList()),
                Statistics.median(
                        runs.stream().map(run -> run.window().brokerMicros()).toList()),
                comparison.jitShare(variant) * 100,
                all.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                all.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                warmth(variant, runs.get(0)));
    }

    private String warmth(Variant variant, Run run) {
        return findings.ended().stream()
                .filter(program -> program.variant() == variant
                        && program.commitMs() == run.commitMs()
                        && program.group().equals(run.group()))
                .findFirst()
                .map(program -> "   " + program.warmth().told())
                .orElse(variant == Variant.ROUTER_TEXT ? "   the program of routerGiven" : "");
    }

    private void add(String format, Object... values) {
        lines.add(Table.line(format, values));
    }
}
