// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import io.baton.config.HttpLayout;
import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import io.baton.config.RouterConfig.StateLayout;
import io.baton.config.RouterConfig.TopicLayout;
import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import io.baton.runtime.TopicAdmin;
import io.baton.runtime.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a registry in this process with a private folder that is gone afterwards. */
public final class LocalCluster implements AutoCloseable {

    private static final int MOST_BYTES = 16 << 20;
    private static final long CACHE_BYTES = 64L << 20;

    private final Path dir;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final Admin admin;

    private LocalCluster(Path dir, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.dir = dir;
        this.broker = broker;
        this.registry = registry;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /**
     * Starts both.
     *
     * @param kafkaPort 0 for a free port, otherwise the port on 127.0.0.1
     * @throws IllegalStateException when the port is taken
     */
    public static LocalCluster start(int kafkaPort) {
        Path dir;
        try {
            dir = Files.createTempDirectory("baton-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EmbeddedRegistry registry = EmbeddedRegistry.start();
        try {
            return new LocalCluster(dir, EmbeddedBroker.start(dir.resolve("kafka"), kafkaPort), registry);
        } catch (RuntimeException e) {
            registry.close();
            delete(dir);
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    public Admin admin() {
        return admin;
    }

    /** Settings for serdes. */
    public Map<String, String> registrySettings() {
        return Map.of("schema.registry.url", registry.url());
    }

    /**
     * A configuration of a router on this cluster.
     *
     * @param kafka further settings of Kafka Streams
     */
    public RouterConfig config(
            int partitions, StoreLayout layout, Profile profile, boolean allDecisions, Map<String, String> kafka) {
        Map<String, String> settings = new HashMap<>(kafka);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("producer.max.request.size", Integer.toString(MOST_BYTES));
        return new RouterConfig(
                settings,
                registrySettings(),
                new TopicLayout(new Topics(Topics.DEFAULT_PREFIX), partitions, (short) 1),
                Optional.empty(),
                Optional.empty(),
                allDecisions,
                profile,
                new StateLayout(layout, dir.resolve("state"), CACHE_BYTES, StateLayout.autoMaxBytes()),
                Duration.ofSeconds(30),
                0,
                Duration.ofSeconds(2),
                HttpLayout.NONE);
    }

    /** Makes the topics of the contract; nothing in them expires, is compacted away or is too old to be written. */
    public void createTopics(RouterConfig config, Collection<String> queues) throws InterruptedException {
        Map<String, String> settings = Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                "-1",
                "max.message.bytes",
                Integer.toString(MOST_BYTES),
                "message.timestamp.after.max.ms",
                Long.toString(Long.MAX_VALUE));
        List<TopicPlan> plans = new ArrayList<>();
        for (TopicPlan plan : TopicPlan.of(config, queues)) {
            plans.add(new TopicPlan(plan.spec(), plan.partitions(), plan.replication(), settings));
        }
        new TopicAdmin(admin, "").create(plans);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        registry.close();
        broker.close();
        delete(dir);
    }

    private static void delete(Path dir) {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // a folder in the temporary directory that could not be emptied does no harm
        }
    }
}
