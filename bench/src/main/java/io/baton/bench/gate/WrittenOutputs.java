// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Offsets;
import io.baton.event.EscalationRaised;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a router has committed since a moment before it started. */
public final class WrittenOutputs {

    private static final Duration FIGURES_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String STARTED = "started";

    private final Topics topics;
    private final Map<String, Object> client;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> from;
    private final Deserializer<EscalationRaised> packets;
    private final Deserializer<MetricWindow> windows;
    private final Digest digest = new Digest();
    private final Map<String, Double> started = new HashMap<>();
    private final Set<String> handedOver = new HashSet<>();
    private long refused;

    /** Remembers where the outputs end now. */
    public WrittenOutputs(Cluster cluster, String prefix) throws InterruptedException {
        topics = new Topics(prefix);
        client = Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        Map<String, String> registry = Map.of("schema.registry.url", cluster.registryUrl());
        packets = Serdes.value(EscalationRaised.class, registry).deserializer();
        windows = Serdes.value(MetricWindow.class, registry).deserializer();
        List<String> read = new ArrayList<>(List.of(
                topics.metrics("automated"),
                topics.metrics("assisted"),
                topics.metrics("human"),
                topics.deadLetters()));
        Cluster.queues().forEach(queue -> read.add(topics.escalations(queue)));
        partitions = Offsets.partitions(cluster.admin(), read);
        from = Offsets.ends(cluster.admin(), partitions);
    }

    /**
     * Reads until the metrics tell of as many conversations as there should be, since figures are flushed about once a
     * second, or until that takes too long.
     *
     * @param broken records that must have been refused
     * @param asked conversations that must have been handed over
     */
    public Evidence read(long conversations, long broken, Set<String> asked) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            from.forEach(consumer::seek);
            long until = System.nanoTime() + FIGURES_WITHIN.toNanos();
            int quiet = 0;
            while (System.nanoTime() < until && (total() < conversations || refused < broken || quiet < 2)) {
                var records = consumer.poll(POLL);
                records.forEach(this::take);
                quiet = records.isEmpty() ? quiet + 1 : 0;
            }
        }
        return new Evidence(
                digest.count(),
                digest.text(),
                "",
                total(),
                refused,
                asked.stream()
                        .filter(conversation -> !handedOver.contains(conversation))
                        .count());
    }

    private long total() {
        return Math.round(
                started.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(topics.deadLetters())) {
            refused++;
        } else if (record.topic().startsWith(topics.metrics(""))) {
            MetricWindow window = windows.deserialize(record.topic(), record.value());
            Measure measure = window.getMeasures().get(STARTED);
            if (window.getGrain() == Grain.HOUR && measure != null) {
                started.put(record.topic() + record.key(), measure.getNumerator());
            }
        } else {
            EscalationRaised packet = packets.deserialize(record.topic(), record.value());
            handedOver.add(packet.getConversationId());
            digest.add(describe(packet));
        }
    }

    /** What an escalation is about; not its wording, which a policy may change, and not its numbers' last digits. */
    static String describe(EscalationRaised packet) {
        List<String> reasons = packet.getReasons().stream()
                .map(reason -> reason.getSignal())
                .sorted()
                .toList();
        return String.join(
                "|",
                packet.getEscalationId(),
                packet.getConversationId(),
                Integer.toString(packet.getRevision()),
                packet.getQueue(),
                packet.getTriggeredBy(),
                String.join(",", reasons),
                packet.getPolicyVersion());
    }
}
