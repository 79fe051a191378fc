// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bench.cluster.Feed;
import io.baton.bench.events.Flavour;
import io.baton.bench.figures.FigureSize;
import io.baton.bench.gate.Evidence;
import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.latency.HotKey;
import io.baton.bench.latency.Latency;
import io.baton.bench.measure.Cost;
import io.baton.bench.measure.Ended;
import io.baton.bench.measure.Idle;
import io.baton.bench.measure.Instances;
import io.baton.bench.measure.Plan;
import io.baton.bench.measure.Restart;
import io.baton.bench.measure.Run;
import io.baton.bench.measure.StateSize;
import io.baton.bench.measure.Variant;
import io.baton.bench.measure.Warmth;
import io.baton.bench.measure.Window;
import io.baton.event.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final Evidence EVIDENCE = new Evidence(4, "00ff", "", 10, 0, 0);
    private static final FigureSize FIGURES = new FigureSize(
            4,
            1_000_000,
            0.1,
            600,
            Map.of(
                    Grain.MINUTE, new FigureSize.Rows(1_000, 3_000, 2_000_000),
                    Grain.HOUR, new FigureSize.Rows(300, 2_000, 900_000),
                    Grain.DAY, new FigureSize.Rows(300, 600, 900_000)),
            48_000_000,
            0.2);

    @Test
    void theKeysAreThoseThatProgramsRelyOn() {
        JsonNode report = new JsonReport(findings(1.0)).node();

        for (String baseline : List.of("passthroughTuned", "passthroughDefault", "idiomatic")) {
            for (String flavour : List.of("given", "text")) {
                assertThat(report.at("/ratios/" + baseline + "/" + flavour).isNumber())
                        .as(baseline + " " + flavour)
                        .isTrue();
            }
        }
        for (Variant variant : Variant.values()) {
            assertThat(report.at("/cpuMicros/" + variant.id()).isNumber()).isTrue();
            assertThat(report.at("/eventsPerSecond/" + variant.id()).isNumber()).isTrue();
        }
        for (String profile : List.of("throughput", "latency")) {
            assertThat(report.at("/latency/" + profile + "/p50").doubleValue()).isEqualTo(20);
            assertThat(report.at("/latency/" + profile + "/p99").doubleValue()).isEqualTo(80);
        }
        assertThat(report.at("/state/bytesPerConversation").doubleValue()).isEqualTo(1500);
        assertThat(report.at("/state/changelogBytesPerTurn").doubleValue()).isEqualTo(270);
        assertThat(report.at("/restore/secondsPer100k").doubleValue()).isEqualTo(1.2);
        for (String key : List.of("ratio2M", "policyRatio", "refusedRatio", "hotKeyP99Ratio")) {
            assertThat(report.at("/growth").has(key)).as(key).isTrue();
        }
        assertThat(report.at("/growth/policyRatio").doubleValue()).isEqualTo(1.1);
        assertThat(report.at("/growth/hotKeyP99Ratio").doubleValue()).isEqualTo(1);
        assertThat(report.at("/instances/eventsPerSecond/two").doubleValue()).isEqualTo(15_000);
        assertThat(report.at("/console/ratio").doubleValue())
                .isCloseTo(1.02, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(report.at("/console/verdict").asText()).isEqualTo("within 5 %");
        // 360,000 minutes of 2,000 bytes, 600 times 24 hours and 600 days of 3,000, a tenth of it.
        assertThat(report.at("/metricsTopics/keptBytes").doubleValue()).isEqualTo(76_500_000);
        assertThat(report.at("/metricsTopics/mostBytes").doubleValue()).isEqualTo(143_625_000);
        assertThat(report.at("/metricsTopics/writtenBytes").doubleValue()).isEqualTo(360_000_000);
        assertThat(report.at("/metricsTopics/verdict").asText()).isEqualTo("within 200 MB");
        assertThat(report.at("/metricsTopics/counted/grains/HOUR/revisions").intValue())
                .isEqualTo(2_000);
        assertThat(report.at("/programs/0/warmUp/warm").booleanValue()).isTrue();
        assertThat(report.at("/rounds")).hasSize(3 * Variant.values().length);
        assertThat(report.at("/machine/cores").isNumber()).isTrue();
        assertThat(report.at("/settings/routerGiven")).isNotEmpty();
    }

    @Test
    void aRatioIsTheBaselinesCostByTheRouters() {
        JsonNode report = new JsonReport(findings(1.0)).node();

        // Each variant costs its ordinal and 10 more: see below.
        double expected = cost(Variant.PASSTHROUGH_TUNED) / cost(Variant.ROUTER_GIVEN);
        assertThat(report.at("/ratios/passthroughTuned/given").doubleValue())
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(0.001));
        assertThat(report.at("/verdicts/passthroughTuned/given").asText()).startsWith("slower");
    }

    @Test
    void aRatioThatDoesNotHoldIsNullAndItsRoundsAreStillThere() {
        JsonNode report = new JsonReport(findings(1.4)).node();

        assertThat(report.at("/ratios/idiomatic/given").isNull()).isTrue();
        assertThat(report.at("/verdicts/idiomatic/given").asText()).startsWith("no verdict");
        assertThat(report.at("/ranges/idiomatic/given/baselineSpread").doubleValue())
                .isEqualTo(1.4);
    }

    @Test
    void theTableSaysWhatTheJsonSays() {
        assertThat(String.join("\n", Table.of(findings(1.0))))
                .contains("routerText", "passthroughTuned", "slower", "latency", "restore", "digest 00ff")
                .contains(
                        "warm after 4 slices",
                        "policyRatio",
                        "within 15 %",
                        "hotKeyP99Ratio",
                        "consoleRatio",
                        "metricsTopics",
                        "instances",
                        "idle");
    }

    @Test
    void whatRanBesideFlinkIsToldByItself() {
        Findings findings = findings(1.0, Variant.FLINK_HASH_MAP.id());

        JsonNode beside = new JsonReport(findings).node().at("/flink/flinkHashMap/100");
        double expected = cost(Variant.FLINK_HASH_MAP) / cost(Variant.ROUTER_GIVEN);
        assertThat(beside.at("/routerGiven/median").doubleValue())
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(0.001));
        assertThat(beside.at("/commitEveryMs/flinkHashMap").doubleValue()).isEqualTo(100);
        assertThat(beside.at("/cpuMicros/flinkHashMap").doubleValue()).isEqualTo(cost(Variant.FLINK_HASH_MAP));
        assertThat(String.join("\n", Table.of(findings)))
                .contains("Beside flinkHashMap", "faster: it costs 1.53x as much as idiomatic")
                .doesNotContain("Beside flinkTranscript");
    }

    private static double cost(Variant variant) {
        return 10 + variant.ordinal();
    }

    /** Three rounds of every variant; the last one costs so much more. */
    private static Findings findings(double lastRound) {
        return findings(lastRound, "all");
    }

    private static Findings findings(double lastRound, String group) {
        List<Run> runs = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            for (int round = 1; round <= 3; round++) {
                double cpu = cost(variant) * (round == 3 ? lastRound : 1);
                Window window = new Window(1000, cpu * 0.75, cpu * 0.25, 1e6 / cpu, 0.01, 0, 100);
                runs.add(new Run(group, variant, round, 100, window));
            }
            Evidence evidence = variant.isRouter() ? EVIDENCE : null;
            ended.add(new Ended(group, variant, 100, new Warmth(4, 20, 0.02), 0.01, 2000, 10, evidence, 1, 1));
        }
        Feed.Fed fed = new Feed.Fed(2000, 500_000, 10);
        Latency latency = new Latency(100, 10_000, 300, 0, 20, 80, 120, 0.001, 0.01);
        return new Findings(
                Machine.now(),
                Map.of("quick", "true"),
                Map.of("routerGiven", List.of("-Xmx2g")),
                new Plan(List.of(Variant.values()), List.of(100), 3, 1000, null, 1, 100, "2g"),
                Map.of(Flavour.GIVEN, fed, Flavour.TEXT, fed),
                runs,
                ended,
                List.of(new Idle("all", 100, 4, 0.04, 0.01)),
                Map.of("given.router", EVIDENCE),
                Map.of("throughput", latency, "latency", latency),
                new StateSize(1500, 270),
                new Restart(List.of(1200.0), 100_000),
                null,
                List.of(new Cost("policyRatio", 1.1, 1.05, 1.2, 1.02, 1.15)),
                new HotKey(latency, latency),
                new ConsoleCost(
                        1_000,
                        200,
                        new Warmth(4, 20, 0.02),
                        Collections.nCopies(6, 50.0),
                        Collections.nCopies(6, 51.0),
                        0.01,
                        30,
                        new ConsoleCost.Questions(1_000, 400, 2, 8),
                        new ConsoleCost.Inbox(1_000, 700_000, 60, 90)),
                FIGURES,
                new Instances(10_000, 15_000, 60, 70));
    }
}
