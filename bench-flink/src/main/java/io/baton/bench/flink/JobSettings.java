// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.bench.child.Guest;
import io.baton.names.Topics;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/**
 * The settings of an alternative on Kafka Streams, as Flink understands them: the clients get the same, a checkpoint is taken
 * where the others commit, and one thread does the work.
 */
final class JobSettings implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Every key of the state is in one of them; a few are enough for one thread, and each takes its place in a checkpoint. */
    private static final int KEY_GROUPS = 8;

    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(32);
    private static final List<String> CONSUMER = List.of("consumer.", "main.consumer.");
    private static final String PRODUCER = "producer.";

    private final HashMap<String, String> settings;

    JobSettings(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        if (!settings.getOrDefault("num.stream.threads", "1").equals("1")) {
            throw new IllegalArgumentException("the job is made for one thread, as all programs of the bench have");
        }
    }

    String application() {
        return text("application.id");
    }

    Topics topics() {
        return new Topics(settings.getOrDefault(Guest.PREFIX, ""));
    }

    /** Whether the state holds what was said. */
    boolean keepsTranscript() {
        return Boolean.parseBoolean(text(Guest.TRANSCRIPT));
    }

    /** What the registry's serdes need. */
    Map<String, String> registry() {
        return Map.of("schema.registry.url", text("schema.registry.url"));
    }

    String bootstrapServers() {
        return text("bootstrap.servers");
    }

    Properties consumer() {
        Properties properties = new Properties();
        properties.put("isolation.level", "read_committed");
        CONSUMER.forEach(prefix -> take(prefix, properties));
        // The source says itself where it begins.
        properties.remove("auto.offset.reset");
        // Offsets are committed by a step of the job, and the topic keeps its partitions.
        properties.put("enable.auto.commit", "false");
        properties.put("commit.offsets.on.checkpoint", "false");
        properties.put("partition.discovery.interval.ms", "-1");
        properties.put("register.consumer.metrics", "false");
        return properties;
    }

    Properties producer() {
        Properties properties = new Properties();
        // What Kafka Streams sets for its own.
        properties.put("linger.ms", "100");
        take(PRODUCER, properties);
        properties.put("register.producer.metrics", "false");
        return properties;
    }

    private void take(String prefix, Properties properties) {
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
    }

    Configuration flink() {
        Configuration flink = new Configuration();
        flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Path.of(text("state.dir")).toUri().toString());
        flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        flink.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                Duration.ofMillis(Long.parseLong(text("commit.interval.ms"))));
        flink.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ZERO);
        flink.set(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1);
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.MAX_PARALLELISM, KEY_GROUPS);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
        return flink;
    }

    private String text(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("missing: " + key);
        }
        return value;
    }
}
