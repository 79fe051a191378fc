// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.events.Generator;
import io.baton.event.EscalationRaised;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Watches the escalation topics as an agents' desk would, and notes when each escalation could be seen. */
final class Arrivals implements Runnable {

    private static final Duration POLL = Duration.ofMillis(50);

    /**
     * One escalation.
     *
     * @param index place of the event that triggered it among all that were sent, from 0
     * @param nanos when it was seen, monotonic clock
     * @param hot whether it is of the customer that half of the load is about
     */
    record Arrival(long index, long nanos, boolean hot) {}

    private final Map<String, Object> client;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Deserializer<EscalationRaised> packets;
    private final List<Arrival> seen = new ArrayList<>();
    private volatile boolean over;

    Arrivals(Cluster cluster, String prefix, int partitionCount) {
        client = Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        packets = Serdes.value(EscalationRaised.class, Map.of("schema.registry.url", cluster.registryUrl()))
                .deserializer();
        for (String queue : Cluster.queues()) {
            for (int p = 0; p < partitionCount; p++) {
                partitions.add(new TopicPartition(new Topics(prefix).escalations(queue), p));
            }
        }
    }

    @Override
    public void run() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!over) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    EscalationRaised packet = packets.deserialize(record.topic(), record.value());
                    boolean hot = Generator.isHot(packet.getCustomerId());
                    add(new Arrival(index(packet.getTriggeredBy()), now, hot));
                }
            }
        }
    }

    private synchronized void add(Arrival arrival) {
        seen.add(arrival);
    }

    /** All so far. */
    synchronized List<Arrival> seen() {
        return List.copyOf(seen);
    }

    void end() {
        over = true;
    }

    /** The generator ends the id of an event with its place, in hexadecimal digits. */
    static long index(String eventId) {
        return Long.parseLong(eventId.substring(eventId.lastIndexOf('-') + 1), 16);
    }
}
