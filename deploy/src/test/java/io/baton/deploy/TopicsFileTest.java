// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
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
