// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.names.Topics;
import io.baton.serde.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to the input topic as a chat platform would: CloudEvents JSON, keyed by customer, placed by Java's partitioner. */
final class EventWriter implements AutoCloseable {

    private static final String SOURCE = "baton-console";
    private static final long WRITTEN_WITHIN_MILLIS = 8_000;

    private final Map<String, Object> settings;
    private final Topics topics;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    EventWriter(Map<String, Object> settings, Topics topics) {
        this.settings = new HashMap<>(settings);
        this.settings.put("delivery.timeout.ms", "7000");
        this.settings.put("request.timeout.ms", "3000");
        this.settings.put("max.block.ms", "5000");
        this.settings.put("linger.ms", "0");
        this.topics = topics;
    }

    /**
     * Returns once the event is in the log.
     *
     * @param id identity of the event; the same again is dropped by the router
     * @param at when, milliseconds since 1970
     */
    void write(String id, String type, String conversationId, String customerId, long at, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", SOURCE)
                .put("type", type)
                .put("subject", conversationId)
                .put("time", Json.time(at))
                .put("partitionkey", customerId)
                .put("datacontenttype", "application/json");
        event.set("data", data);
        try {
            producer()
                    .send(new ProducerRecord<>(
                            topics.conversationEvents(),
                            null,
                            at,
                            customerId.getBytes(UTF_8),
                            Json.text(event).getBytes(UTF_8)))
                    .get(WRITTEN_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw Problem.notYet("the event could not be written to the broker; nothing has changed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.notYet("the console is stopping");
        }
    }

    /** Made at the first write: many consoles never write. */
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> known = producer;
        if (known == null) {
            known = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
