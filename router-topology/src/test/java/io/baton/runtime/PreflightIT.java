// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.baton.config.ConfigFile;
import io.baton.config.RouterConfig;
import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightIT {

    private static final List<String> QUEUES = List.of("standard", "crisis");
    private static final String CREATE = "./baton topics --create --config baton.yaml";

    @TempDir
    private static Path dir;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(dir.resolve("kafka"));
        registry = EmbeddedRegistry.start();
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    private static RouterConfig config(String prefix, String registryUrl) {
        ConfigFile.Read read = ConfigFile.read(
                "",
                List.of(
                        "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                        "registry.url=" + registryUrl,
                        "topics.prefix=" + prefix,
                        "topics.partitions=2",
                        "topics.replication=1",
                        "startup.wait=2s"));
        return ((ConfigFile.Read.Valid) read).config();
    }

    private static Preflight preflight(RouterConfig config) {
        return new Preflight(config, CREATE, line -> {});
    }

    private static void create(RouterConfig config) throws InterruptedException {
        try (Admin admin = preflight(config).broker()) {
            List<TopicPlan> plans = TopicPlan.of(config, QUEUES);
            assertThat(new TopicAdmin(admin, CREATE).create(plans)).hasSize(plans.size());
            assertThat(new TopicAdmin(admin, CREATE).create(plans)).isEmpty();
        }
    }

    @Test
    void missingTopicsAreAllNamedWithTheCommandThatCreatesThem() {
        RouterConfig config = config("none.", registry.url());

        assertThatThrownBy(() -> preflight(config).pass(QUEUES))
                .asInstanceOf(type(StartRefusedException.class))
                .extracting(StartRefusedException::problems)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .hasSize(TopicPlan.of(config, QUEUES).size())
                .contains("topic none.dead-letters is missing; create it with: " + CREATE);
    }

    @Test
    void whatTopicsCreateMadeIsReadyToStart() throws InterruptedException {
        RouterConfig config = config("ready.", registry.url());
        create(config);

        assertThat(preflight(config).pass(QUEUES)).isEqualTo(2);
    }

    @Test
    void customerSideTopicsMustHaveEqualPartitionCounts() throws Exception {
        RouterConfig config = config("uneven.", registry.url());
        create(config);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createPartitions(Map.of("uneven.customer.profiles", NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            while (admin.describeTopics(List.of("uneven.customer.profiles"))
                            .allTopicNames()
                            .get()
                            .get("uneven.customer.profiles")
                            .partitions()
                            .size()
                    < 3) {
                Thread.onSpinWait();
            }
        }

        assertThatThrownBy(() -> preflight(config).pass(QUEUES))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(
                        "topic uneven.customer.profiles has 3 partitions and uneven.conversation.events has 2");
    }

    @Test
    void anUnreachableRegistryIsNamed() throws InterruptedException {
        RouterConfig config = config("ready2.", "http://127.0.0.1:1");
        List<String> said = new ArrayList<>();

        assertThatThrownBy(() -> new Preflight(config, CREATE, said::add).pass(QUEUES))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("registry.url: http://127.0.0.1:1 did not answer within 2 s");
        assertThat(said).containsExactly("registry.url: cannot reach http://127.0.0.1:1; trying again for 2 s");
    }
}
