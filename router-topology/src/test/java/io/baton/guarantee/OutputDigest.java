// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
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

/**
 * All that routers have committed about conversations, in whatever order: a line for each record, with how often it is there.
 * Figures are left out: how many partial sums make up a window depends on when they were taken. So are alerts, which
 * a running router judges from these sums at each full minute of the wall clock (ADR 0027).
 */
final class OutputDigest {

    /** Magic byte and id of the schema, which depends on what was registered first. */
    private static final int FRAME = 5;

    private OutputDigest() {}

    static Map<String, Integer> of(String bootstrap, Topics topics) throws NoSuchAlgorithmException {
        Map<String, Integer> lines = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records(bootstrap, topics)) {
            lines.merge(line(record), 1, Integer::sum);
        }
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
                    .filter(spec -> !spec.name().startsWith(topics.metrics("")))
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
