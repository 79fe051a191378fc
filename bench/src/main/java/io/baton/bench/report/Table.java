// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.events.Flavour;
import io.baton.bench.figures.FigureSize;
import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.latency.HotKey;
import io.baton.bench.latency.Latency;
import io.baton.bench.measure.Comparison;
import io.baton.bench.measure.Comparison.Baseline;
import io.baton.bench.measure.Cost;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Idle;
import io.baton.bench.measure.Instances;
import io.baton.bench.measure.Ratio;
import io.baton.bench.measure.Restart;
import io.baton.bench.measure.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The findings for people. */
public final class Table {

    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private Table(Findings findings) {
        this.findings = findings;
    }

    /** All lines. */
    public static List<String> of(Findings findings) {
        Table table = new Table(findings);
        table.heading();
        for (int commit : findings.plan().commits()) {
            if (!Comparison.at(commit, findings.runs()).runs().isEmpty()) {
                table.lines.addAll(VariantLines.of(Comparison.at(commit, findings.runs()), findings, ""));
                table.ratios(commit);
            }
        }
        findings.plan().variants().stream()
                .filter(Variant::isFlink)
                .forEach(flink -> table.lines.addAll(VariantLines.beside(flink, findings)));
        table.rest();
        table.growth();
        table.trust();
        return table.lines;
    }

    private void heading() {
        Machine machine = findings.machine();
        add(
                "%s, %d cores, %.1f GB, %s",
                machine.processor(), machine.cores(), machine.memoryBytes() / 1e9, machine.system());
        add("Java %s, Kafka %s, exactly_once_v2, broker in a process of its own", machine.java(), machine.kafka());
        if (machine.isBusy()) {
            add("The machine was not idle when this began (load %.2f): expect wide ranges.", machine.load());
        }
        findings.fed()
                .forEach((flavour, events) -> add(
                        "%-5s  %,d events of %.0f bytes, %,d conversations",
                        name(flavour), events.events(), events.bytesAnEvent(), events.conversations()));
    }

    private void ratios(int commit) {
        Comparison comparison = Comparison.at(commit, findings.runs());
        add("");
        add("CPU of the baseline / CPU of the router, paired by round; 1 is as cheap as the baseline");
        for (Baseline baseline : Baseline.values()) {
            for (Flavour flavour : Flavour.values()) {
                Optional<Ratio> found = comparison.ratio(baseline, flavour);
                found.ifPresent(ratio -> add(
                        "%-24s %-5s %6.2f  (%.2f to %.2f)   %s",
                        baseline.id(), name(flavour), ratio.median(), ratio.least(), ratio.most(), ratio.verdict()));
            }
        }
    }

    private void rest() {
        add("");
        findings.latency().forEach(this::latency);
        if (!Double.isNaN(findings.state().changelogBytesPerTurn())) {
            add("changelog          %.0f bytes a turn", findings.state().changelogBytesPerTurn());
        }
        if (!Double.isNaN(findings.state().bytesPerConversation())) {
            add(
                    "state              %,.0f bytes of heap a conversation",
                    findings.state().bytesPerConversation());
        }
        Restart restart = findings.restart();
        if (restart != null) {
            add("restore            %.2f s per 100,000 conversations", restart.secondsPer100k());
        }
    }

    private void growth() {
        Growth growth = findings.growth();
        if (growth != null) {
            add(
                    "growth             %.2f of the rate with %,d conversations instead of %,d",
                    growth.ratio(), growth.manyConversations(), growth.fewConversations());
        }
        for (Cost cost : findings.costs()) {
            add(
                    "%-18s %.3f of the cost without it (%.3f to %.3f)   %s",
                    cost.name(), cost.median(), cost.least(), cost.most(), cost.verdict());
        }
        HotKey hotKey = findings.hotKey();
        if (hotKey != null) {
            latency("even", hotKey.even());
            latency("others", hotKey.others());
            add("hotKeyP99Ratio     %.2f   %s", hotKey.ratio(), hotKey.verdict());
        }
        ConsoleCost console = findings.console();
        if (console != null) {
            lines.addAll(ConsoleLines.of(console));
        }
        FigureSize figures = findings.figures();
        if (figures != null) {
            add(
                    "metricsTopics      %.0f MB kept of a day of 10,000,000 turns, %.0f MB at most before cleaning, %.0f MB"
                            + " written; counted for %d minutes   %s",
                    figures.keptBytes() / 1e6,
                    figures.mostBytes() / 1e6,
                    figures.writtenADay() / 1e6,
                    figures.minutes(),
                    figures.verdict());
        }
        Instances instances = findings.instances();
        if (instances != null) {
            add(
                    "instances          one %,.0f events/s at %.2f µs, two %,.0f events/s at %.2f µs, on this one machine",
                    instances.one(), instances.oneMicros(), instances.two(), instances.twoMicros());
        }
    }

    /** What there is to say of whether the rest can be believed. */
    private void trust() {
        for (Idle idle : findings.idle()) {
            add(
                    "idle               %s, commit %,d ms: broker %.1f %% of a core, %d programs %.1f %% together%s",
                    idle.group(),
                    idle.commitMs(),
                    idle.broker() * 100,
                    idle.count(),
                    idle.programs() * 100,
                    idle.isSmall() ? "" : "; that is not little, so all figures are a bit too high");
        }
        findings.evidence()
                .forEach((group, found) -> add(
                        "gate               %s: %,d escalations, digest %s, the same in every program",
                        group, found.escalations(), found.digest()));
    }

    private void latency(String profile, Latency found) {
        if (found.behind() > 0) {
            add(
                    "latency %-10s commit %d ms: does not keep up with %,d events/s; %,d were left after 20 s",
                    profile, found.commitMs(), found.eventsPerSecond(), found.behind());
            return;
        } else if (found.samples() == 0) {
            add("latency %-10s commit %d ms: nothing was handed over", profile, found.commitMs());
            return;
        }
        add(
                "latency %-10s commit %d ms, %,d events/s: p50 %.0f ms, p99 %.0f ms, most %.0f ms"
                        + " (%,d escalations; %.1f %% of the events sent late;"
                        + " jit %.0f %%)",
                profile,
                found.commitMs(),
                found.eventsPerSecond(),
                found.p50(),
                found.p99(),
                found.most(),
                found.samples(),
                found.lateShare() * 100,
                found.jitShare() * 100);
    }

    private static String name(Flavour flavour) {
        return flavour.name().toLowerCase(Locale.ROOT);
    }

    private void add(String format, Object... values) {
        lines.add(line(format, values));
    }

    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
