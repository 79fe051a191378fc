// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of Kafka Streams and of the admin client. Whatever the configuration says under {@code kafka.} wins, save for the
 * processing guarantee, which the product's promises rest on.
 */
public final class StreamsSettings {

    /** Largest record the router writes, in bytes: a dead letter is a record of the usual 1 MB limit plus its headers. */
    static final int MOST_BYTES = 2 << 20;

    /** Below the broker's default {@code delete.retention.ms} of one day: older folders would bring deleted keys back. */
    private static final long STATE_FOLDER_MAX_AGE_MS = 20L * 60 * 60 * 1000;

    private StreamsSettings() {}

    /** What is wrong with the {@code kafka.*} settings; empty where nothing is. */
    public static List<String> problems(RouterConfig config) {
        List<String> problems = new ArrayList<>();
        String guarantee = config.kafka().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
        if (guarantee != null && !guarantee.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            problems.add(
                    "kafka.processing.guarantee: must stay exactly_once_v2, since one escalation an episode rests on it"
                            + " (was " + guarantee + ")");
        }
        problems.addAll(Addresses.problems(config.bootstrapServers()));
        return problems;
    }

    /** All settings of a router. */
    public static Map<String, Object> of(RouterConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        guarantees(settings);
        profile(settings, config.profile());
        state(settings, config);
        clients(settings);
        config.http().advertised().ifPresent(place -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, place));
        settings.keySet().removeIf(ours -> isGivenPlainly(ours, config.kafka()));
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return settings;
    }

    /**
     * Whether a client's setting was given without the prefix of that client. Ours carries the prefix, with which it would win
     * over what was given.
     */
    private static boolean isGivenPlainly(String ours, Map<String, String> given) {
        for (String prefix : List.of(StreamsConfig.CONSUMER_PREFIX, StreamsConfig.PRODUCER_PREFIX)) {
            if (ours.startsWith(prefix)) {
                return given.containsKey(ours.substring(prefix.length()));
            }
        }
        return false;
    }

    private static void guarantees(Map<String, Object> settings) {
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // The constant is marked for removal with Kafka 5, where this is the default; until then its absence is a
        // warning.
        settings.put("processing.exception.handler.global.enabled", true);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    }

    private static void profile(Map<String, Object> settings, Profile profile) {
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, profile.commitMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), profile.pollRecords());
        // A partition that is full is worked off before more is fetched; too small a buffer stops and starts the
        // fetcher.
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2 * profile.pollRecords());
    }

    private static void state(Map<String, Object> settings, RouterConfig config) {
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.state().dir().toString());
        settings.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, STATE_FOLDER_MAX_AGE_MS);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        settings.put(BoundedRocksDb.BYTES, config.state().cacheBytes());
    }

    private static void clients(Map<String, Object> settings) {
        // Fail-over takes 47 s with the default session timeout and 12 s with this one.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 16 << 20);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 << 20);
        // What a killed router had begun hides what lies behind it from readers, and its offsets from the router that
        // takes over, until it is rolled back after this time. With 5 s, a router on a starved machine lost
        // transactions
        // of its own.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        // A start asks for its id while the broker still closes what was open under it, and asks again after this time;
        // each
        // further pause is twice as long, up to a second as ever.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 20);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MOST_BYTES);
    }

    /** How long the group waits for an instance that says nothing, milliseconds. */
    public static long sessionMillis(RouterConfig config) {
        Map<String, Object> settings = of(config);
        Object given = settings.getOrDefault(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
        return Long.parseLong(String.valueOf(given));
    }

    /** The part of the settings that an admin client understands. */
    public static Map<String, Object> admin(RouterConfig config) {
        Map<String, Object> settings = new HashMap<>();
        String prefix = StreamsConfig.ADMIN_CLIENT_PREFIX;
        config.kafka().forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        config.kafka().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        return settings;
    }
}
