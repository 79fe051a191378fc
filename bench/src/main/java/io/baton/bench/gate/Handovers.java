// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Offsets;
import io.baton.bench.idiomatic.Handover;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What the idiomatic alternative, or another one with its rule, has handed over since a moment before it started. */
public final class Handovers {

    private static final Duration POLL = Duration.ofMillis(200);

    static {
        // Avro makes no class from bytes that nobody has vouched for.
        String ours = Handover.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(ours)));
    }

    private final Map<String, Object> client;
    private final Map<TopicPartition, Long> from;
    private final Deserializer<Handover> reader;
    private final Digest decided = new Digest();
    private final Digest wording = new Digest();
    private boolean worded = true;

    /** Remembers where they end now. */
    public Handovers(Cluster cluster, String prefix, int partitionCount) throws InterruptedException {
        client = Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        List<TopicPartition> partitions = new ArrayList<>();
        for (int p = 0; p < partitionCount; p++) {
            partitions.add(new TopicPartition(prefix + "bench.handovers", p));
        }
        from = Offsets.ends(cluster.admin(), partitions);
        reader = Serdes.value(Handover.class, Map.of("schema.registry.url", cluster.registryUrl()))
                .deserializer();
    }

    /** Reads what has been committed. */
    public Evidence read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            while (!reached(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record);
                }
            }
        }
        return new Evidence(decided.count(), decided.text(), worded ? wording.text() : "", -1, 0, 0);
    }

    /** A program that keeps no transcript decides the same, but cannot write the same bytes. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        Handover handover = reader.deserialize(record.topic(), record.value());
        decided.add(describe(handover));
        wording.add(HexFormat.of().formatHex(record.value()));
        worded &= !handover.getTranscript().isEmpty();
    }

    /** All of a hand-over but what was said. */
    static String describe(Handover handover) {
        return String.join(
                "|",
                handover.getEscalationId(),
                handover.getConversationId(),
                handover.getCustomerId(),
                handover.getCategory(),
                handover.getReason());
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
