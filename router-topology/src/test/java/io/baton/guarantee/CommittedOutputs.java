// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.event.AssistantCommand;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What routers have committed, as a reader sees it that trusts in transactions. */
final class CommittedOutputs implements AutoCloseable {

    private static final Duration MOST = Duration.ofSeconds(120);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Topics topics;
    private final Map<String, Object> registry;
    private final List<EscalationRaised> escalations = new ArrayList<>();
    private final List<AssistantCommand> commands = new ArrayList<>();
    private final List<String> outcomeIds = new ArrayList<>();
    private final Map<String, ConversationOutcome> outcomes = new TreeMap<>();
    private final Map<String, MetricWindow> windows = new LinkedHashMap<>();

    CommittedOutputs(String bootstrap, Topics topics, String registryUrl) {
        this.topics = topics;
        this.registry = Map.of("schema.registry.url", registryUrl);
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        topics.all(List.copyOf(DefaultPolicy.ruleset().queues().keySet())).stream()
                .filter(spec -> spec.direction() == Topics.Direction.OUT)
                .flatMap(spec -> consumer.partitionsFor(spec.name()).stream())
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads until a condition holds, but not for ever: what does not hold then fails where it is asserted. */
    void await(BooleanSupplier complete) {
        Instant end = Instant.now().plus(MOST);
        while (!complete.getAsBoolean() && Instant.now().isBefore(end)) {
            poll();
        }
    }

    /** Reads for a while more, in which something that comes twice would come. */
    void awaitMore(Duration span) {
        Instant end = Instant.now().plus(span);
        while (Instant.now().isBefore(end)) {
            poll();
        }
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.topic().startsWith(topics.escalations(""))) {
                escalations.add(read(record, EscalationRaised.class));
            } else if (record.topic().equals(topics.assistantCommands())) {
                commands.add(read(record, AssistantCommand.class));
            } else if (record.topic().equals(topics.outcomes())) {
                ConversationOutcome outcome = read(record, ConversationOutcome.class);
                outcomeIds.add(outcome.getOutcomeId());
                outcomes.put(outcome.getConversationId(), outcome);
            } else if (record.topic().startsWith(topics.metrics(""))) {
                windows.put(record.key(), read(record, MetricWindow.class));
            } else if (record.topic().equals(topics.deadLetters())) {
                throw new AssertionError("dead letter: " + record.headers());
            }
        }
    }

    private <T extends SpecificRecord> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
        return Serdes.value(type, registry).deserializer().deserialize(record.topic(), record.value());
    }

    /** Sum over the last revision of each hourly window. */
    double sum(String measure) {
        return windows.values().stream()
                .filter(window -> window.getGrain() == Grain.HOUR)
                .map(window -> window.getMeasures().get(measure))
                .filter(Objects::nonNull)
                .mapToDouble(found -> found.getNumerator())
                .sum();
    }

    List<EscalationRaised> escalations() {
        return escalations;
    }

    List<String> escalationIds() {
        return escalations.stream().map(EscalationRaised::getEscalationId).toList();
    }

    Set<String> escalated() {
        Set<String> conversations = new TreeSet<>();
        escalations.forEach(packet -> conversations.add(packet.getConversationId()));
        return conversations;
    }

    List<AssistantCommand> commands() {
        return commands;
    }

    List<String> outcomeIds() {
        return outcomeIds;
    }

    Map<String, ConversationOutcome> outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
