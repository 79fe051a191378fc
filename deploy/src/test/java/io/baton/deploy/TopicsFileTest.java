// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.config.RouterConfig.TopicLayout;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.runtime.TopicPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The topic definitions say what the code says. */
class TopicsFileTest {

    private static final int PARTITIONS = 6;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final List<Map<String, Object>> defined = read();

    @Test
    void namesAndCleanupAreThoseOfTheCodeInItsOrder() {
        List<String> code = topics
                .all(new ArrayList<>(DefaultPolicy.ruleset().queues().keySet()))
                .stream()
                .map(spec -> spec.name() + " " + spec.cleanup().setting())
                .toList();

        List<String> file = defined.stream()
                .map(topic -> topic.get("name") + " " + topic.get("cleanup"))
                .toList();

        assertThat(file).containsExactlyElementsOf(code);
    }

    @Test
    void partitionsAreThoseThatTheRouterMakes() {
        TopicLayout layout = new TopicLayout(topics, PARTITIONS, (short) 3);
        List<String> code = TopicPlan.of(
                        layout, DefaultPolicy.ruleset().queues().keySet())
                .stream()
                .map(plan -> plan.spec().name() + " " + plan.partitions())
                .toList();

        assertThat(defined)
                .extracting(topic -> topic.get("name") + " " + topic.get("partitions"))
                .containsExactlyElementsOf(code);
    }

    @Test
    void customerSideTopicsHaveEqualPartitionCounts() {
        assertThat(defined)
                .filteredOn(topic -> topics.customerSide().contains(String.valueOf(topic.get("name"))))
                .hasSize(3)
                .extracting(topic -> topic.get("partitions"))
                .containsOnly(defined.get(0).get("partitions"));
    }

    @Test
    void deadLettersAreKeptForAShortTimeOnly() {
        assertThat(defined)
                .filteredOn(topic -> topics.deadLetters().equals(topic.get("name")))
                .singleElement()
                .satisfies(topic -> assertThat(topic.get("retention")).isEqualTo("3d"));
    }

    private static List<Map<String, Object>> read() {
        try {
            Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(Path.of("topics.yaml")));
            return file.get("topics");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
