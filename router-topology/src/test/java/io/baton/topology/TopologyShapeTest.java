// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shape of the topology is a contract with the state on disk and in changelogs: a change must be seen and meant. */
class TopologyShapeTest {

    @Test
    void theShapeIsTheOneThatWasReleased() throws IOException {
        String golden = new String(
                TopologyShapeTest.class
                        .getResourceAsStream("/topology/shape.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String shape = RouterTopology.build(wiring()).describe().toString();
        Files.writeString(Path.of("target", "topology-shape.txt"), shape);

        assertThat(shape)
                .as("if this change is meant, copy target/topology-shape.txt to src/test/resources/topology/shape.txt "
                        + "and say in the change log what happens to existing state")
                .isEqualTo(golden);
    }

    @Test
    void noNodeCarriesAGeneratedName() {
        assertThat(RouterTopology.build(wiring()).describe().toString())
                .doesNotContainPattern("KSTREAM-[A-Z]+-\\d{10}");
    }

    @Test
    void everyNodeIsInOneOfTheSevenChapters() {
        assertThat(Chapter.nodes(RouterTopology.build(wiring()).describe()))
                .as("the console draws the topology by chapters: put a new node into one, in Chapter")
                .allSatisfy(node ->
                        assertThat(Chapter.of(node.name())).as(node.name()).isPresent());
    }

    static Wiring wiring() {
        return new Wiring(
                new Topics(Topics.DEFAULT_PREFIX),
                6,
                StoreLayout.PACKED,
                false,
                new Clockwork(TimeMode.LIVE, () -> 0L, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                new Rulebook(DefaultPolicy.ruleset()),
                Map.of("schema.registry.url", "http://127.0.0.1:1"));
    }
}
