// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.bench.events.Flavour;
import io.baton.bench.measure.Comparison;
import io.baton.bench.measure.Comparison.Baseline;
import io.baton.bench.measure.Ratio;
import io.baton.bench.measure.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The router against its baselines in the JSON: ratios with their ranges and verdicts, and what each program takes. */
final class JsonComparison {

    private JsonComparison() {}

    /** Of what was measured at a commit interval, in milliseconds. */
    static ObjectNode of(Findings findings, int commitMs) {
        Comparison comparison = Comparison.at(commitMs, findings.runs());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode ratios = node.putObject("ratios");
        ObjectNode ranges = node.putObject("ranges");
        ObjectNode verdicts = node.putObject("verdicts");
        for (Baseline baseline : Baseline.values()) {
            ObjectNode medians = ratios.putObject(baseline.id());
            ObjectNode range = ranges.putObject(baseline.id());
            ObjectNode verdict = verdicts.putObject(baseline.id());
            for (Flavour flavour : Flavour.values()) {
                String name = flavour.name().toLowerCase(Locale.ROOT);
                Optional<Ratio> ratio = comparison.ratio(baseline, flavour);
                medians.put(
                        name,
                        ratio.filter(Ratio::holds)
                                .map(Ratio::median)
                                .map(JsonReport::number)
                                .orElse(null));
                ratio.ifPresent(found -> range(range.putObject(name), found));
                verdict.put(name, ratio.map(Ratio::verdict).orElse("not measured"));
            }
        }
        ObjectNode cpu = node.putObject("cpuMicros");
        ObjectNode rate = node.putObject("eventsPerSecond");
        for (Variant variant : findings.plan().variants()) {
            cpu.put(variant.id(), JsonReport.number(comparison.cpuMicros(variant)));
            rate.put(variant.id(), JsonReport.number(comparison.eventsPerSecond(variant)));
        }
        return node;
    }

    /** What ran on Flink, by program and commit interval, with the cost of the router and of the alternative by its cost. */
    static ObjectNode flink(Findings findings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Variant flink : findings.plan().variants()) {
            for (int commitMs : flink.isFlink() ? findings.plan().commits() : List.<Integer>of()) {
                Comparison comparison = Comparison.beside(flink, commitMs, findings.runs());
                ObjectNode beside = node.withObject("/" + flink.id()).putObject(Integer.toString(commitMs));
                ObjectNode cpu = beside.putObject("cpuMicros");
                ObjectNode rate = beside.putObject("eventsPerSecond");
                ObjectNode commits = beside.putObject("commitEveryMs");
                for (Variant own : List.of(Variant.ROUTER_GIVEN, Variant.IDIOMATIC, flink)) {
                    cpu.put(own.id(), JsonReport.number(comparison.cpuMicros(own)));
                    rate.put(own.id(), JsonReport.number(comparison.eventsPerSecond(own)));
                    commits.put(own.id(), JsonReport.number(comparison.commitEveryMs(own)));
                    if (own != flink) {
                        comparison.ratio(flink, own).ifPresent(ratio -> {
                            ObjectNode range = beside.putObject(own.id()).put("verdict", ratio.verdict(own.id()));
                            range(range, ratio);
                        });
                    }
                }
            }
        }
        return node;
    }

    private static void range(ObjectNode node, Ratio ratio) {
        node.put("median", JsonReport.number(ratio.median()));
        node.put("least", JsonReport.number(ratio.least()));
        node.put("most", JsonReport.number(ratio.most()));
        node.put("baselineSpread", JsonReport.number(ratio.baselineSpread()));
    }
}
