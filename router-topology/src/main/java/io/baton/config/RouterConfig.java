// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A valid configuration.
 *
 * @param kafka settings of Kafka's clients and Kafka Streams, without the prefix {@code kafka.}
 * @param registry settings of the registry client, {@code schema.registry.url} among them
 * @param policyFile policy in force until the rulesets topic holds a live one; empty = the default policy
 * @param textModel text model that policies may mean by {@code file}; empty = none
 * @param allDecisions whether each "no" is written too
 * @param profile what it is tuned for
 * @param startupWait how long to wait for broker and registry
 * @param threadsReplaced stream threads replaced within ten minutes before the router stops
 * @param timersQuiet silence of a partition after which its timers go by the wall clock
 * @param http where the console listens
 */
public record RouterConfig(
        Map<String, String> kafka,
        Map<String, String> registry,
        TopicLayout topics,
        Optional<Path> policyFile,
        Optional<Path> textModel,
        boolean allDecisions,
        Profile profile,
        StateLayout state,
        Duration startupWait,
        int threadsReplaced,
        Duration timersQuiet,
        HttpLayout http) {

    public RouterConfig {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /**
     * Names and sizes of the topics.
     *
     * @param partitions 1 or more
     * @param replication 1 or more
     */
    public record TopicLayout(Topics names, int partitions, short replication) {}

    /**
     * Where state lives.
     *
     * @param layout how it is kept
     * @param cacheBytes bound of RocksDB's caches and write buffers together
     * @param maxBytes most that packed state may take of the heap, bytes; beyond it customers are put on disk
     */
    public record StateLayout(StoreLayout layout, Path dir, long cacheBytes, long maxBytes) {

        /**
         * Half of this process's heap: the serial and the parallel collector keep a third free of what lives long, and clients, buffers and
         * figures want their part of the rest.
         */
        public static long autoMaxBytes() {
            return Runtime.getRuntime().maxMemory() / 2;
        }
    }

    /** The same with state kept otherwise. */
    public RouterConfig withState(StateLayout other) {
        return new RouterConfig(
                kafka,
                registry,
                topics,
                policyFile,
                textModel,
                allDecisions,
                profile,
                other,
                startupWait,
                threadsReplaced,
                timersQuiet,
                http);
    }

    /** The same with the number of partitions that the input topic has. */
    public RouterConfig withPartitions(int found) {
        return new RouterConfig(
                kafka,
                registry,
                new TopicLayout(topics.names(), found, topics.replication()),
                policyFile,
                textModel,
                allDecisions,
                profile,
                state,
                startupWait,
                threadsReplaced,
                timersQuiet,
                http);
    }

    /** The same with another console. */
    public RouterConfig withHttp(HttpLayout other) {
        return new RouterConfig(
                kafka,
                registry,
                topics,
                policyFile,
                textModel,
                allDecisions,
                profile,
                state,
                startupWait,
                threadsReplaced,
                timersQuiet,
                other);
    }

    /** The brokers to connect to first. */
    public String bootstrapServers() {
        return kafka.getOrDefault("bootstrap.servers", "");
    }

    /** Where other instances reach this one, {@code host:port}; empty where nobody has said. */
    public String applicationServer() {
        return kafka.getOrDefault("application.server", http.advertised().orElse(""));
    }

    /** Name of this router towards Kafka: consumer group, prefix of internal topics and transactional ids. */
    public String applicationId() {
        return kafka.getOrDefault("application.id", "baton");
    }
}
