// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Feed;
import io.baton.bench.events.EventSource;
import io.baton.event.ConversationEvent;
import io.baton.names.Topics;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sends events at a steady rate, whatever becomes of them: a slow router does not slow the customers down. */
public final class Sender {

    private static final long NAP_NANOS = 200_000;
    private static final long LATE_NANOS = Latency.LATE_MS * 1_000_000;

    private final Cluster cluster;
    private final String topic;
    private final EventSource events;
    private final long rate;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile long sent;
    private volatile boolean over;
    private long late;

    public Sender(Cluster cluster, String prefix, EventSource events, long rate) {
        this.cluster = cluster;
        this.topic = new Topics(prefix).conversationEvents();
        this.events = events;
        this.rate = rate;
    }

    /**
     * Sends events, each when it is due, and returns the share of those sent late.
     *
     * @param begin when the very first one was or is due
     * @param from place of the first one to send, from 0
     * @param to place after the last one
     */
    public double send(long begin, long from, long to) {
        late = 0;
        try (Serializer<ConversationEvent> serializer = Feed.serializer(cluster);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (long index = from; index < to && !over; index++) {
                ConversationEvent event = events.next();
                byte[] value = serializer.serialize(topic, event);
                await(due(begin, index));
                if (System.nanoTime() - due(begin, index) > LATE_NANOS) {
                    late++;
                }
                Future<RecordMetadata> unused = producer.send(Feed.record(topic, event, value), (metadata, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
                sent = index + 1;
            }
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("events could not be sent", failed);
        }
        return (double) late / Math.max(1, to - from);
    }

    /** Place after the last event that was sent. Any thread. */
    long sent() {
        return sent;
    }

    /** Sends no more, wherever it has come to. Any thread. */
    void end() {
        over = true;
    }

    /** When an event should be sent, on the monotonic clock. */
    long due(long begin, long index) {
        return begin + index * (1_000_000_000L / rate);
    }

    private static void await(long due) {
        while (due - System.nanoTime() > 0) {
            LockSupport.parkNanos(Math.min(NAP_NANOS, due - System.nanoTime()));
        }
    }
}
