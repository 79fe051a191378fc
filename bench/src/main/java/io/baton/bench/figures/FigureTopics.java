// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.figures;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Internals;
import io.baton.bench.cluster.Offsets;
import io.baton.event.Grain;
import io.baton.names.Topics;
import io.baton.policy.outcome.MetricKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of figures below a prefix, as they lie on the broker. */
final class FigureTopics {

    /** The cleaner of a broker looks every fifteen seconds. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final int LOOKS = 24;

    /** Key of a record that only makes the broker begin another segment. */
    private static final String END = "end";

    private final Cluster cluster;
    private final List<String> topics;

    FigureTopics(Cluster cluster, String prefix) {
        Topics names = new Topics(prefix);
        this.cluster = cluster;
        this.topics = List.of(names.metrics("automated"), names.metrics("assisted"), names.metrics("human"));
    }

    /** Bytes on disk. */
    long bytes() throws InterruptedException {
        Map<String, Long> sizes = Internals.bytes(cluster.admin(), topics::contains);
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What there is of each grain, of the rows that are asked for. */
    Map<Grain, FigureSize.Rows> rows(Predicate<MetricKey> wanted) throws InterruptedException {
        Map<MetricKey, Long> revisions = new HashMap<>();
        Map<MetricKey, Long> bytes = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records()) {
            MetricKey key = record.key().equals(END) ? null : MetricKey.of(record.key());
            if (key != null && wanted.test(key)) {
                revisions.merge(key, 1L, Long::sum);
                bytes.put(key, (long) record.serializedKeySize() + record.serializedValueSize());
            }
        }
        Map<Grain, FigureSize.Rows> rows = new EnumMap<>(Grain.class);
        for (Grain grain : Grain.values()) {
            rows.put(
                    grain,
                    new FigureSize.Rows(
                            (int) bytes.keySet().stream()
                                    .filter(key -> key.grain() == grain)
                                    .count(),
                            sum(revisions, grain),
                            sum(bytes, grain)));
        }
        return rows;
    }

    private static long sum(Map<MetricKey, Long> values, Grain grain) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().grain() == grain)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private List<ConsumerRecord<String, byte[]>> records() throws InterruptedException {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        List<TopicPartition> partitions = Offsets.partitions(cluster.admin(), topics);
        Map<String, Object> client =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Share of a topic that may wait to be cleaned. */
    double dirtyShare() throws InterruptedException {
        return Double.parseDouble(setting(topics.get(0), "min.cleanable.dirty.ratio"));
    }

    /** Has the broker clean the topics now, as it does by itself with time, and waits until it has. */
    void clean() throws InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String topic : topics) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(set("segment.ms", "1"), set("min.cleanable.dirty.ratio", "0.0")));
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            cluster.admin().incrementalAlterConfigs(changes).all().get();
            for (String topic : topics) {
                producer.send(new ProducerRecord<>(topic, END, "")).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics of figures cannot be cleaned", e);
        }
        long before = bytes();
        long last = Long.MAX_VALUE;
        long now = before;
        for (int look = 0; look < LOOKS && (now == before || now != last); look++) {
            Thread.sleep(LOOK.toMillis());
            last = now;
            now = bytes();
        }
    }

    /** Bytes in open segments, at most: those are never cleaned. */
    long openSegments() throws InterruptedException {
        long bytes = 0;
        for (String topic : topics) {
            bytes += Long.parseLong(setting(topic, "segment.bytes"));
        }
        return bytes;
    }

    private String setting(String topic, String name) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config found = cluster.admin()
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource);
            return Objects.requireNonNull(found, topic).get(name).value();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the settings of " + topic + " cannot be read", e);
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
