// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.event.IncidentReported;
import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.intake.EventTypes;
import io.baton.intake.Subject;
import io.baton.names.Topics;
import io.baton.policy.ruleset.Ruleset;
import io.baton.serde.Serdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the input topics as a chat platform would: keyed by customer, placed by Java's partitioner, dated by the event. */
public final class Feed implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 16 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Topics topics;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Feed(LocalCluster cluster, Topics topics) {
        this.topics = topics;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes a policy as live.
     *
     * @param at time of the publication, milliseconds since 1970
     */
    public void publish(Ruleset ruleset, String document, long at, Map<String, String> registry) {
        RulesetPublished published = RulesetPublished.newBuilder()
                .setName(ruleset.name())
                .setVersion(ruleset.version())
                .setHash(ruleset.hash())
                .setState(RulesetState.LIVE)
                .setDocument(document)
                .setPublishedAt(Instant.ofEpochMilli(at))
                .build();
        String topic = topics.policyRulesets();
        try (var serde = Serdes.value(RulesetPublished.class, registry)) {
            byte[] value = serde.serializer().serialize(topic, published);
            send(new ProducerRecord<>(topic, null, at, ruleset.name().getBytes(UTF_8), value));
        }
    }

    /** Publishes reports of incidents, each at its own time. */
    public void report(List<IncidentReported> reports, Map<String, String> registry) {
        String topic = topics.incidentReports();
        try (var serde = Serdes.value(IncidentReported.class, registry)) {
            for (IncidentReported report : reports) {
                byte[] value = serde.serializer().serialize(topic, report);
                byte[] key = report.getIncidentId().getBytes(UTF_8);
                send(new ProducerRecord<>(topic, null, report.getTime().toEpochMilli(), key, value));
            }
        }
    }

    /** The topic that an event of this type belongs to; one of unknown type goes where intake will refuse it. */
    public String topic(String type) {
        var known = EventTypes.of(type);
        Subject subject = known == null ? Subject.CONVERSATION : known.subject();
        return switch (subject) {
            case CONVERSATION -> topics.conversationEvents();
            case PROFILE -> topics.customerProfiles();
            case SIGNAL -> topics.productSignals();
            case INCIDENT -> topics.incidentReports();
            case AVAILABILITY -> topics.agentAvailability();
            case RULESET -> topics.policyRulesets();
        };
    }

    /** The key that an event is published under, or null where it names none. */
    public static byte @Nullable [] key(byte[] line) {
        try {
            JsonNode event = JSON.readTree(line);
            String key = EventTypes.key(event);
            return key == null ? null : key.getBytes(UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    /** Sends a record; a failure shows at the next call or at {@link #flush}. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> told = producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
        if (told.isDone()) {
            check();
        }
    }

    /** Returns once everything sent is in the log. */
    public void flush() {
        producer.flush();
        check();
    }

    private void check() {
        Exception failed = failure.get();
        if (failed instanceof KafkaException known) {
            throw known;
        } else if (failed != null) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
