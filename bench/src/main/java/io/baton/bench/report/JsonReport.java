// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.bench.figures.FigureSize;
import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.latency.HotKey;
import io.baton.bench.latency.Latency;
import io.baton.bench.measure.Cost;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Instances;
import io.baton.bench.measure.Restart;
import java.util.Locale;

/** The findings as JSON. A figure that was not measured, or that does not hold, is null and never a guess. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double THOUSAND = 1000;

    private final Findings findings;

    public JsonReport(Findings findings) {
        this.findings = findings;
    }

    /** The whole of it, indented. */
    public String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    ObjectNode node() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        int headline = findings.plan().commits().get(0);
        root.put("commitMs", headline);
        root.setAll(JsonComparison.of(findings, headline));
        root.set("latency", latency());
        root.putObject("state")
                .put("bytesPerConversation", number(findings.state().bytesPerConversation()))
                .put("changelogBytesPerTurn", number(findings.state().changelogBytesPerTurn()));
        root.set("restore", restore());
        root.set("growth", growth());
        root.set("instances", instances());
        root.set("console", console());
        root.set("metricsTopics", metricsTopics());
        root.set("flink", JsonComparison.flink(findings));
        ObjectNode commits = root.putObject("commits");
        for (int commit : findings.plan().commits()) {
            commits.set(Integer.toString(commit), JsonComparison.of(findings, commit));
        }
        root.set("rounds", JsonRounds.rounds(findings));
        root.set("programs", JsonRounds.programs(findings));
        root.set("idle", JsonRounds.idle(findings));
        root.set("gate", gate());
        root.set("events", events());
        root.set("options", JSON.valueToTree(findings.options()));
        root.set("settings", JSON.valueToTree(findings.settings()));
        root.set("machine", machine());
        return root;
    }

    private ObjectNode latency() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        findings.latency().forEach((profile, found) -> latency(node.putObject(profile), found));
        return node;
    }

    private static void latency(ObjectNode node, Latency found) {
        node.put("p50", number(found.p50()))
                .put("p99", number(found.p99()))
                .put("most", number(found.most()))
                .put("samples", found.samples())
                .put("eventsPerSecond", found.eventsPerSecond())
                .put("commitMs", found.commitMs())
                .put("behind", found.behind())
                .put("lateShare", found.lateShare())
                .put("jitShare", number(found.jitShare()));
    }

    private ObjectNode restore() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Restart restart = findings.restart();
        node.put("secondsPer100k", restart == null ? null : number(restart.secondsPer100k()));
        if (restart != null) {
            node.put("conversations", restart.conversations());
            node.set("millis", JSON.valueToTree(restart.millis()));
        }
        return node;
    }

    private ObjectNode growth() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Growth growth = findings.growth();
        node.put("ratio2M", growth == null ? null : number(growth.ratio()));
        if (growth != null) {
            node.put("fewConversations", growth.fewConversations());
            node.put("manyConversations", growth.manyConversations());
        }
        node.putNull("policyRatio").putNull("refusedRatio");
        for (Cost cost : findings.costs()) {
            node.put(cost.name(), cost.holds() ? number(cost.median()) : null);
            node.putObject(cost.name() + "Range")
                    .put("median", number(cost.median()))
                    .put("least", number(cost.least()))
                    .put("most", number(cost.most()))
                    .put("plainSpread", number(cost.plainSpread()))
                    .put("verdict", cost.verdict());
        }
        HotKey hotKey = findings.hotKey();
        node.put("hotKeyP99Ratio", hotKey == null ? null : number(hotKey.ratio()));
        if (hotKey != null) {
            ObjectNode detail = node.putObject("hotKey").put("verdict", hotKey.verdict());
            latency(detail.putObject("even"), hotKey.even());
            latency(detail.putObject("others"), hotKey.others());
        }
        return node;
    }

    private ObjectNode instances() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Instances instances = findings.instances();
        if (instances != null) {
            node.putObject("eventsPerSecond")
                    .put("one", number(instances.one()))
                    .put("two", number(instances.two()));
            node.putObject("cpuMicros")
                    .put("one", number(instances.oneMicros()))
                    .put("two", number(instances.twoMicros()));
        }
        return node;
    }

    private ObjectNode console() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ConsoleCost console = findings.console();
        if (console != null) {
            node.put("ratio", number(console.ratio()))
                    .put("verdict", console.verdict())
                    .put("viewers", console.viewers())
                    .put("eventsPerSecond", console.eventsPerSecond())
                    .put("ratioLeast", number(console.range().least()))
                    .put("ratioMost", number(console.range().most()))
                    .put("viewersMillisPerSecond", number(console.millisASecond(console.ratio())))
                    .put("warmUpSlices", console.warmth().slices())
                    .put("jitShareWarmUp", number(console.warmth().jitShare()))
                    .put("jitShare", number(console.compiling()))
                    .put("behind", console.behind())
                    .put("questions", console.questions().count())
                    .put("questionsBefore", console.questions().before())
                    .put("questionP50", number(console.questions().p50()))
                    .put("questionP99", number(console.questions().p99()))
                    .put("openEscalations", console.inbox().open())
                    .put("inboxBytes", console.inbox().bytes())
                    .put("inboxP50", number(console.inbox().p50()))
                    .put("inboxMost", number(console.inbox().most()));
            node.set("aloneMicros", JSON.valueToTree(console.alone()));
            node.set("watchedMicros", JSON.valueToTree(console.watched()));
        }
        return node;
    }

    private ObjectNode metricsTopics() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        FigureSize figures = findings.figures();
        if (figures != null) {
            node.put("keptBytes", number(figures.keptBytes()))
                    .put("mostBytes", number(figures.mostBytes()))
                    .put("writtenBytes", number(figures.writtenADay()))
                    .put("limitBytes", FigureSize.LIMIT)
                    .put("verdict", figures.verdict());
            node.set("counted", JSON.valueToTree(figures));
        }
        return node;
    }

    private ObjectNode gate() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        findings.evidence()
                .forEach((group, found) -> node.putObject(group)
                        .put("escalations", found.escalations())
                        .put("digest", found.digest())
                        .put("started", found.started() < 0 ? null : found.started()));
        return node;
    }

    private ObjectNode events() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        findings.fed()
                .forEach((flavour, found) -> node.putObject(flavour.name().toLowerCase(Locale.ROOT))
                        .put("events", found.events())
                        .put("bytesAnEvent", number(found.bytesAnEvent()))
                        .put("conversations", found.conversations()));
        return node;
    }

    private ObjectNode machine() {
        Machine machine = findings.machine();
        return JsonNodeFactory.instance
                .objectNode()
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("memoryBytes", machine.memoryBytes())
                .put("system", machine.system())
                .put("java", machine.java())
                .put("kafka", machine.kafka())
                .put("load", machine.load());
    }

    /** Three digits after the point are more than any of this is good for. */
    static @org.jspecify.annotations.Nullable Double number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : Math.round(value * THOUSAND) / THOUSAND;
    }
}
