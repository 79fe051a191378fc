// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.config.ConfigFile;
import io.baton.config.RouterConfig;
import io.baton.config.Setting;
import io.baton.runtime.StreamsSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Kafka that every tuned variant shares. They are taken from the product itself: what the router runs with
 * is what the pass-through and the alternatives get, so that no figure comes from a setting.
 */
public final class Tuning {

    /** What the bench adds where the product leaves Kafka's default, for the router as for all others. */
    private static final Map<String, String> ADDED = Map.of(
            "consumer.max.poll.records", "5000",
            "consumer.max.partition.fetch.bytes", Integer.toString(4 << 20),
            "producer.batch.size", Integer.toString(256 << 10));

    private static final List<String> CLIENTS =
            List.of("consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "producer.");

    /** Settings of Kafka Streams itself that change what reading and threading cost. */
    private static final Set<String> FRAMEWORK = Set.of(
            "buffered.records.per.partition",
            "group.protocol",
            "max.task.idle.ms",
            "metrics.recording.level",
            "num.stream.threads",
            "poll.ms");

    private Tuning() {}

    /**
     * Options of the virtual machine that `baton run` has, as the launcher hands them over, with the archive of classes that it starts
     * from; all tuned programs get them.
     */
    public static List<String> jvm() {
        List<String> options = new ArrayList<>(List.of(
                System.getProperty("baton.bench.jvm", "-XX:+UseParallelGC").split(" ", -1)));
        String archive = System.getProperty("baton.bench.archive", "");
        if (!archive.isEmpty()) {
            options.addAll(List.of(
                    "-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        return options;
    }

    /**
     * What the router needs beyond its connection: the profile by name where the product has profiles, and what it leaves
     * unset.
     */
    static List<String> forRouter(String profile, int commitMs, String store) {
        List<String> overrides = new ArrayList<>();
        if (has("profile")) {
            overrides.add("profile=" + profile);
        }
        overrides.add("kafka.commit.interval.ms=" + commitMs);
        overrides.add("state.store=" + store);
        Map<String, Object> product = product(overrides);
        new TreeMap<>(ADDED).forEach((key, value) -> {
            if (!product.containsKey(key)) {
                overrides.add("kafka." + key + "=" + value);
            }
        });
        return overrides;
    }

    /** The same for the others. */
    static Map<String, String> forOthers(String profile, int commitMs) {
        Map<String, String> settings = new TreeMap<>();
        product(forRouter(profile, commitMs, store(null))).forEach((key, value) -> {
            if (FRAMEWORK.contains(key) || CLIENTS.stream().anyMatch(key::startsWith)) {
                settings.put(key, String.valueOf(value));
            }
        });
        return settings;
    }

    /** The named store, or the one that the product's fast variants run with: what it has chosen, if that is not RocksDB. */
    public static String store(@Nullable String named) {
        if (named != null) {
            return named;
        }
        for (String store : List.of("packed", "memory")) {
            if (config(List.of("state.store=" + store)) != null) {
                return store;
            }
        }
        return "rocksdb";
    }

    private static boolean has(String key) {
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> product(List<String> overrides) {
        RouterConfig config = config(overrides);
        if (config == null) {
            throw new IllegalStateException("the router does not accept " + String.join(" ", overrides));
        }
        return new HashMap<>(StreamsSettings.of(config));
    }

    private static @Nullable RouterConfig config(List<String> overrides) {
        List<String> all = new ArrayList<>(overrides);
        all.add("kafka.bootstrap.servers=127.0.0.1:9092");
        all.add("registry.url=http://127.0.0.1:8081");
        return ConfigFile.read("", all) instanceof ConfigFile.Read.Valid valid ? valid.config() : null;
    }
}
