// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.bench.events.EventSource;
import io.baton.event.ConversationEvent;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Fills the topic of events before anything is measured, as a chat platform would: framed Avro, keyed by customer, placed by
 * Java's partitioner.
 *
 * @param events how many there are
 * @param bytes their size, without keys
 * @param conversations how many conversations they begin
 */
public record Preload(long events, long bytes, long conversations) {

    private static final int BATCH = 256 << 10;

    /** Writes the next events of a source. */
    public static Preload of(Cluster cluster, String prefix, EventSource source, long count) {
        String topic = new Topics(prefix).conversationEvents();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (Serializer<ConversationEvent> serializer = serializer(cluster);
                KafkaProducer<byte[], byte[]> producer = producer(cluster)) {
            for (long i = 0; i < count; i++) {
                ConversationEvent event = source.next();
                byte[] value = serializer.serialize(topic, event);
                bytes += value.length;
                Future<RecordMetadata> unused = producer.send(record(topic, event, value), (metadata, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
            }
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(
                    "the events could not be written" + cluster.process().tail(), failed);
        }
        return new Preload(count, bytes, source.conversations());
    }

    /** Writes events as the topic carries them. */
    public static Serializer<ConversationEvent> serializer(Cluster cluster) {
        return Serdes.value(ConversationEvent.class, Map.of("schema.registry.url", cluster.registryUrl()))
                .serializer();
    }

    /** The record of an event, dated by it. */
    public static ProducerRecord<byte[], byte[]> record(String topic, ConversationEvent event, byte[] value) {
        byte[] key = event.getCustomerId().getBytes(UTF_8);
        return new ProducerRecord<>(topic, null, event.getTime().toEpochMilli(), key, value);
    }

    private static KafkaProducer<byte[], byte[]> producer(Cluster cluster) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrapServers(),
                        "batch.size",
                        BATCH,
                        "linger.ms",
                        5,
                        "buffer.memory",
                        64 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Average size of a value in bytes. */
    public double bytesAnEvent() {
        return events == 0 ? 0 : (double) bytes / events;
    }
}
