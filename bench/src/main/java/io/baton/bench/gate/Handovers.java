// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Offsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the idiomatic alternative has handed over since a moment before it started, byte for byte. */
public final class Handovers {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> client;
    private final Map<TopicPartition, Long> from;

    /** Remembers where they end now. */
    public Handovers(Cluster cluster, String prefix, int partitionCount) throws InterruptedException {
        client = Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        List<TopicPartition> partitions = new ArrayList<>();
        for (int p = 0; p < partitionCount; p++) {
            partitions.add(new TopicPartition(prefix + "bench.handovers", p));
        }
        from = Offsets.ends(cluster.admin(), partitions);
    }

    /** Reads what has been committed. */
    public Evidence read() {
        Digest digest = new Digest();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            while (!reached(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    digest.add(HexFormat.of().formatHex(record.value()));
                }
            }
        }
        return new Evidence(digest.count(), digest.text(), -1, 0, 0);
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
