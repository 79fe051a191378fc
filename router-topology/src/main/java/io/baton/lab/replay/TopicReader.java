// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.lab.LocalCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics as any reader of committed records would. */
final class TopicReader implements AutoCloseable {

    private static final Duration STUCK_AFTER = Duration.ofMinutes(1);

    private final LocalCluster cluster;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(LocalCluster cluster) {
        this.cluster = cluster;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A fetch at the end of one topic would hold up the first of the next one for this long.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Everything in a topic, partition by partition in order. The router must have stopped. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> take) throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            ends.putAll(CatchUp.ends(cluster.admin(), List.of(topic)));
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + topic + " cannot be read", e);
        }
        ends.values().removeIf(end -> end == 0);
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long giveUpAt = System.nanoTime() + STUCK_AFTER.toNanos();
        while (!ends.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                take.accept(record);
                giveUpAt = System.nanoTime() + STUCK_AFTER.toNanos();
            }
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("topic " + topic + " has records that are never committed");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
