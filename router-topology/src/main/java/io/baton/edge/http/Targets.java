// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.event.Channel;
import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that the policy in force draws for figures: its targets (M28), and where it names none for a figure, what it promises or
 * raises alerts at. Nothing here is a number of its own.
 */
final class Targets {

    /** Figures by the name that alert rules have for them. */
    private static final Map<String, String> WATCHED =
            Map.of("escalationRate", "escalation-rate", "confidence", "confidence", "automatedCsat", "csat");

    private Targets() {}

    /**
     * The line of each figure that has one: its value, whether better is {@code up} or {@code down}, and where in the policy it
     * stands.
     */
    static ObjectNode of(Ruleset policy, Channel channel, Optional<String> category, Optional<String> segment) {
        ObjectNode lines = JsonNodeFactory.instance.objectNode();
        if (channel == Channel.AUTOMATED) {
            policy.alerts().values().stream()
                    .filter(rule -> rule.kind() == AlertRule.Kind.LEVEL && WATCHED.containsKey(rule.measure()))
                    .forEach(rule -> line(
                            lines,
                            String.valueOf(WATCHED.get(rule.measure())),
                            rule.threshold(),
                            rule.above() ? "down" : "up",
                            "alerts." + rule.id() + ".threshold"));
        }
        category.map(policy.categories()::get)
                .map(CategoryRule::csatFloor)
                .filter(floor -> floor > 0)
                .ifPresent(floor -> line(lines, "csat", floor, "up", "categories." + category.get() + ".csatFloor"));
        segment.flatMap(id -> policy.segments().stream()
                        .filter(rule -> rule.id().equals(id))
                        .findFirst())
                .or(() -> slowest(policy))
                .filter(rule -> rule.responseSeconds() > 0)
                .ifPresent(rule -> line(
                        lines,
                        "human-wait",
                        (double) rule.responseSeconds(),
                        "down",
                        "segments." + rule.id() + ".respondWithin"));
        policy.qa()
                .targets(channel)
                .forEach((name, target) -> line(
                        lines,
                        name,
                        category.map(target::in).orElse(target.value()),
                        target.atLeast() ? "up" : "down",
                        "qa.targets." + channel.name().toLowerCase(Locale.ROOT) + "." + name));
        return lines;
    }

    /** What holds whoever is looked at: nobody has to wait longer than the segment that may wait longest. */
    private static Optional<SegmentRule> slowest(Ruleset policy) {
        return policy.segments().stream()
                .max((one, other) -> Long.compare(one.responseSeconds(), other.responseSeconds()));
    }

    private static void line(ObjectNode lines, String figure, double value, String better, String from) {
        lines.putObject(figure).put("value", value).put("better", better).put("from", from);
    }
}
