// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.Serdes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * All that routers have committed, in whatever order: a line for each record, with how often it is there. Of a metric window the
 * figures of the last revision count: how many revisions there were, and which were told, depends on when sums were taken. Alerts
 * are left out: a running router judges them from these sums at each full minute of the wall clock (ADR 0027).
 */
final class OutputDigest {

    /** Magic byte and id of the schema, which depends on what was registered first. */
    private static final int FRAME = 5;

    private OutputDigest() {}

    static Map<String, Integer> of(String bootstrap, Topics topics, String registry) throws NoSuchAlgorithmException {
        Map<String, Integer> lines = new TreeMap<>();
        Map<String, String> figures = new TreeMap<>();
        Deserializer<MetricWindow> windows = Serdes.value(MetricWindow.class, Map.of("schema.registry.url", registry))
                .deserializer();
        for (ConsumerRecord<byte[], byte[]> record : records(bootstrap, topics)) {
            if (record.topic().startsWith(topics.metrics(""))) {
                MetricWindow window = windows.deserialize(record.topic(), record.value());
                figures.put(
                        record.topic() + " " + new String(record.key(), UTF_8),
                        new TreeMap<>(window.getMeasures()).toString());
            } else {
                lines.merge(line(record), 1, Integer::sum);
            }
        }
        figures.forEach((row, measures) -> lines.put(row + " " + measures, 1));
        return lines;
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        if (record.value() != null) {
            digest.update(record.value(), FRAME, record.value().length - FRAME);
        }
        String key = record.key() == null ? "-" : new String(record.key());
        return record.topic() + " " + key + " " + HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String bootstrap, Topics topics) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.all(List.copyOf(DefaultPolicy.ruleset().queues().keySet())).stream()
                    .filter(spec -> spec.direction() == Topics.Direction.OUT)
                    .filter(spec -> !spec.name().equals(topics.alerts()))
                    .flatMap(spec -> consumer.partitionsFor(spec.name()).stream())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
