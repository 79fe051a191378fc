// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.bench.events.EventSource;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Load;
import io.baton.event.ConversationEvent;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one program slice by slice, as a chat platform would: framed Avro, keyed by customer, placed by Java's partitioner.
 *
 * <p>A slice is one transaction, so the program, which like every exactly-once application reads what is committed, sees
 * nothing of it while it is written and all of it from one moment on: the work of writing it lies outside of what is measured,
 * and the program needs no switch to be held back by.
 */
public final class Feed implements AutoCloseable {

    private static final int BATCH = 256 << 10;
    private static final byte[] NO_EVENT = "{\"specversion\":\"1.0\",\"type\":\"weather.changed\"}".getBytes(UTF_8);

    private final Cluster cluster;
    private final String topic;
    private final EventSource source;
    private final int refusedEvery;
    private final Serializer<ConversationEvent> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private Map<TopicPartition, Range> slice = Map.of();
    private long events;
    private long bytes;
    private long refused;

    /**
     * Records of a slice in one partition.
     *
     * @param from offset of the first one
     * @param to offset after the last one
     */
    public record Range(long from, long to) {

        Range with(long offset) {
            return new Range(Math.min(from, offset), Math.max(to, offset + 1));
        }
    }

    /** A feed of the topic of events below a prefix. */
    public Feed(Cluster cluster, String prefix, Load load) throws IOException {
        this.cluster = cluster;
        this.topic = new Topics(prefix).conversationEvents();
        this.source = load.source();
        this.refusedEvery = load.refusedEvery();
        this.serializer = serializer(cluster);
        this.producer = producer(cluster, prefix);
        producer.initTransactions();
    }

    /** Writes the next events in a flavour, which nobody sees before {@link #publish}. */
    public void write(long count, Flavour flavour) {
        source.judgedBy(flavour);
        Map<TopicPartition, Range> ranges = new HashMap<>();
        producer.beginTransaction();
        for (long i = 0; i < count; i++) {
            ConversationEvent event = source.next();
            byte[] value = serializer.serialize(topic, event);
            bytes += value.length;
            send(record(topic, event, value), ranges);
            events++;
            if (refusedEvery > 0 && events % refusedEvery == 0) {
                byte[] broken = refused++ % 2 == 0 ? Arrays.copyOf(value, value.length / 2) : NO_EVENT;
                send(record(topic, event, broken), ranges);
            }
        }
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(
                    "the events could not be written" + cluster.process().tail(), failed);
        }
        synchronized (ranges) {
            slice = Map.copyOf(ranges);
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record, Map<TopicPartition, Range> ranges) {
        Future<RecordMetadata> unused = producer.send(record, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
                return;
            }
            synchronized (ranges) {
                TopicPartition partition = new TopicPartition(metadata.topic(), metadata.partition());
                Range one = new Range(metadata.offset(), metadata.offset() + 1);
                ranges.merge(partition, one, (all, more) -> all.with(more.from()));
            }
        });
    }

    /** Makes the slice visible, all at once. */
    public void publish() {
        producer.commitTransaction();
    }

    /** Where the slice that was written last lies. */
    public Map<TopicPartition, Range> slice() {
        return slice;
    }

    /** Events that could still be written. */
    public long left() {
        return source.left();
    }

    /** Events so far, without those that must be refused. */
    public long events() {
        return events;
    }

    /** Records so far that must be refused. */
    public long refused() {
        return refused;
    }

    /** Conversations that the events so far begin. */
    public long conversations() {
        return source.conversations();
    }

    /** Conversations in which the customer has asked for a human so far. */
    public Set<String> asked() {
        return source.asked();
    }

    /** What has been fed, in figures. */
    public Fed fed() {
        return new Fed(events, bytes, source.conversations());
    }

    /**
     * What has been fed.
     *
     * @param events how many
     * @param bytes their size, without keys
     * @param conversations how many they begin
     */
    public record Fed(long events, long bytes, long conversations) {

        /** Average size of a value in bytes. */
        public double bytesAnEvent() {
            return events == 0 ? 0 : (double) bytes / events;
        }
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

    private static KafkaProducer<byte[], byte[]> producer(Cluster cluster, String prefix) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("transactional.id", "feed-" + prefix);
        settings.put("transaction.timeout.ms", 900_000);
        settings.put("batch.size", BATCH);
        settings.put("linger.ms", 5);
        settings.put("buffer.memory", 32 << 20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
        serializer.close();
    }
}
