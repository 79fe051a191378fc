// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.names.Meters;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** What Kafka Streams' meters say at one moment of records, lag and state, added up over the tasks of this instance. */
final class Flow {

    /** Records and bytes since the start of each task. */
    record Moved(long records, long bytes) {

        Moved plus(Moved more) {
            return new Moved(records + more.records, bytes + more.bytes);
        }

        Moved most(Moved other) {
            return new Moved(Math.max(records, other.records), Math.max(bytes, other.bytes));
        }
    }

    private static final Moved NOTHING = new Moved(0, 0);
    private static final String TOPICS = "stream-topic-metrics";
    private static final String STATE = "stream-state-metrics";
    private static final String FETCHER = "consumer-fetch-manager-metrics";
    private static final Map<String, String> SIZES = Map.of(
            Meters.STATE_HEAP,
            "heapBytes",
            Meters.STATE_DISK,
            "diskBytes",
            "num-keys",
            "keys",
            "estimate-num-keys",
            "keys",
            "total-sst-files-size",
            "diskBytes",
            "size-all-mem-tables",
            "heapBytes");

    private final Map<String, Map<String, Moved>> read = new HashMap<>();
    private final Map<String, Map<String, Moved>> written = new HashMap<>();
    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Map<String, Long>> sizes = new HashMap<>();
    private final Map<String, Map<String, Long>> lags = new HashMap<>();
    private final Map<String, Moved> fetched = new HashMap<>();

    private Flow() {}

    static Flow of(Map<MetricName, ? extends Metric> metrics) {
        Flow flow = new Flow();
        metrics.forEach((name, metric) -> {
            if (metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())) {
                flow.take(name, Math.max(0, number.longValue()));
            }
        });
        return flow;
    }

    private void take(MetricName metric, long value) {
        Map<String, String> tags = metric.tags();
        switch (metric.group()) {
            case Meters.GROUP -> {
                totals.merge(metric.name(), value, Long::sum);
                size(metric.name(), tags.get("store"), value);
            }
            case TOPICS -> topic(metric.name(), tags, value);
            case STATE ->
                size(metric.name(), tags.getOrDefault("rocksdb-state-id", tags.get("in-memory-state-id")), value);
            case FETCHER -> fetched(metric.name(), plain(tags.get("topic")), tags.get("partition"), value);
            default -> {
                // Of connections, threads and tasks; not of what flows.
            }
        }
    }

    /** The client writes a topic's name with underscores as well; both say the same. */
    private void fetched(String name, String topic, @Nullable String partition, long value) {
        switch (name) {
            case "records-lag" -> {
                if (partition != null) {
                    lags.computeIfAbsent(topic, first -> new HashMap<>()).merge(partition, value, Math::max);
                }
            }
            case "records-consumed-total" -> fetched.merge(topic, new Moved(value, 0), Moved::most);
            case "bytes-consumed-total" -> fetched.merge(topic, new Moved(0, value), Moved::most);
            default -> {
                // Of requests and their latency.
            }
        }
    }

    private void topic(String name, Map<String, String> tags, long value) {
        String kind = name.replaceAll("-total$", "");
        Map<String, Map<String, Moved>> into = kind.endsWith("-consumed") ? read : written;
        Moved moved = kind.startsWith("records-") ? new Moved(value, 0) : new Moved(0, value);
        if (name.endsWith("-total")) {
            into.computeIfAbsent(String.valueOf(tags.get("processor-node-id")), node -> new TreeMap<>())
                    .merge(String.valueOf(tags.get("topic")), moved, Moved::plus);
        }
    }

    private void size(String name, @Nullable String store, long value) {
        String kind = SIZES.get(name);
        if (kind != null && store != null) {
            sizes.computeIfAbsent(store, found -> new TreeMap<>()).merge(kind, value, Long::sum);
        }
    }

    private static String plain(@Nullable String topic) {
        return String.valueOf(topic).replace('.', '_');
    }

    /** Total of a counter of ours. */
    long total(String meter) {
        return totals.getOrDefault(meter + "-total", 0L);
    }

    /** What nodes have read, by topic; of {@code known} topics that no task reads, what was fetched. */
    Map<String, Moved> read(Set<String> nodes, Set<String> known) {
        Map<String, Moved> topics = of(read, nodes);
        known.forEach(topic -> topics.putIfAbsent(topic, fetched.getOrDefault(plain(topic), NOTHING)));
        return topics;
    }

    /** What nodes have written, by topic; {@code known} topics are there even where nothing has gone to them. */
    Map<String, Moved> written(Set<String> nodes, Set<String> known) {
        Map<String, Moved> topics = of(written, nodes);
        known.forEach(topic -> topics.putIfAbsent(topic, NOTHING));
        return topics;
    }

    private static Map<String, Moved> of(Map<String, Map<String, Moved>> byNode, Set<String> nodes) {
        Map<String, Moved> topics = new TreeMap<>();
        for (String node : nodes) {
            byNode.getOrDefault(node, Map.of()).forEach((topic, moved) -> topics.merge(topic, moved, Moved::plus));
        }
        return topics;
    }

    /** Records of a topic that this instance has not read yet; empty where it does not read it. */
    OptionalLong lag(String topic) {
        Map<String, Long> partitions = lags.get(plain(topic));
        return partitions == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        partitions.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What is kept in a store: bytes on the heap and on disk, and keys, as far as it says so. */
    Map<String, Long> size(String store) {
        return sizes.getOrDefault(store, Map.of());
    }
}
