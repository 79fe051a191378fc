// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.baton.bench.events.Generator;
import io.baton.policyfile.DefaultPolicy;
import java.util.List;

/**
 * The default policy grown to what a large company may have: {@value #CATEGORIES} categories, {@value #SEGMENTS} segments and
 * {@value #CONDITIONS} conditions. The new conditions ask for things that change from turn to turn, and hold for nobody; so all
 * of them are asked, and nothing is decided otherwise: the gate of the bench holds it to that.
 */
final class LargePolicy {

    static final int CATEGORIES = 200;
    static final int SEGMENTS = 20;
    static final int CONDITIONS = 60;

    /** Categories of the policy for each one that conversations are started with. */
    static final int SPLIT = 20;

    private static final int MORE_ROUTES = 5;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final ObjectNode root;

    private LargePolicy(ObjectNode root) {
        this.root = root;
    }

    /** The document. */
    static String document() {
        try {
            LargePolicy policy = new LargePolicy((ObjectNode) YAML.readTree(DefaultPolicy.document()));
            policy.thresholds();
            policy.categories();
            policy.segments();
            policy.routes();
            policy.hardTriggers();
            return YAML.writeValueAsString(policy.root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default policy is not YAML", e);
        }
    }

    /** A threshold of {@code off} reads as the boolean that the word is in YAML 1.1, and is written as the word again. */
    private void thresholds() {
        for (JsonNode signal : root.withObject("/signals")) {
            for (String by : List.of("byChannel", "byCategory", "bySegment")) {
                if (signal.get(by) instanceof ObjectNode thresholds) {
                    thresholds.properties().forEach(threshold -> {
                        if (threshold.getValue().isBoolean()) {
                            threshold.setValue(TextNode.valueOf("off"));
                        }
                    });
                }
            }
        }
    }

    private void categories() {
        ObjectNode categories = root.withObject("/categories");
        List<String> used = Generator.categories();
        for (int i = 0; categories.size() < CATEGORIES; i++) {
            String from = used.get(i % used.size());
            String name = from + "-" + (1 + i / used.size());
            categories.set(name, categories.get(from).deepCopy());
            for (JsonNode signal : root.withObject("/signals")) {
                if (signal.get("byCategory") instanceof ObjectNode thresholds && thresholds.has(from)) {
                    thresholds.set(name, thresholds.get(from));
                }
            }
        }
    }

    private void segments() {
        ArrayNode segments = root.withArray("/segments");
        for (int i = 0; segments.size() < SEGMENTS; i++) {
            ObjectNode segment = segments.get(segments.size() - 1).deepCopy();
            segment.put("id", "tier-" + i).put("title", "Tier " + i);
            segment.put(
                    "when",
                    "customer.annualValue >= " + (1_000_000 - i) + " && customer.lifecycle == 'stage-" + i + "'");
            segments.insert(0, segment);
        }
    }

    private void routes() {
        ArrayNode routes = root.withArray("/routes");
        for (int i = 0; i < MORE_ROUTES; i++) {
            ObjectNode route = routes.insertObject(0);
            route.put("id", "desk-" + i);
            route.put("when", "conversation.amount > " + (100_000 + i) + " && conversation.page == '/desk/" + i + "'");
            route.put("queue", "standard");
        }
    }

    private void hardTriggers() {
        ObjectNode triggers = root.withObject("/hardTriggers");
        List<String> used = Generator.categories();
        int more = CONDITIONS - conditions();
        for (int i = 0; i < more; i++) {
            String category = used.get(i % used.size()) + "-" + (1 + i % SPLIT);
            triggers.putObject("case-" + i).put("when", condition(i, category)).put("text", "case " + i);
        }
    }

    private static String condition(int i, String category) {
        return switch (i % 5) {
            case 0 -> "conversation.category == '" + category + "' && conversation.amount > " + (10_000 + i);
            case 1 -> "conversation.sentiment <= -0.98 && conversation.customerTurns > " + (20 + i);
            case 2 -> "customer.usageChange <= -0.9 && conversation.minutesOpen > " + (100_000 + i);
            case 3 -> "'distress' in conversation.signals && conversation.assistantTurns > " + (40 + i);
            default -> "conversation.language == 'x" + i + "' || conversation.episode > " + (50 + i);
        };
    }

    private int conditions() {
        int count = root.withObject("/hardTriggers").size();
        for (String list : List.of("/segments", "/routes")) {
            for (var member : root.withArray(list)) {
                count += member.has("when") ? 1 : 0;
            }
        }
        return count;
    }
}
