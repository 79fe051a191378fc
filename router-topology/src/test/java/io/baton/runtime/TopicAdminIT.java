// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.config.RouterConfig.TopicLayout;
import io.baton.edge.broker.EmbeddedBroker;
import io.baton.names.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicAdminIT {

    private static final int ROUNDS = 10;

    @TempDir
    private Path dir;

    /** A batch that has to be sent again may be out of sequence for good, so none may be turned away. */
    @Test
    void topicsJustMadeTakeTheFirstBatches() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            for (int round = 0; round < ROUNDS; round++) {
                List<TopicPlan> plans =
                        TopicPlan.of(new TopicLayout(new Topics("round" + round + "."), 2, (short) 1), List.of("one"));
                new TopicAdmin(admin, "").create(plans);

                assertThat(retriesOfManySmallBatches(broker, plans.get(0).spec().name()))
                        .as("round %d", round)
                        .isZero();
            }
        }
    }

    private static double retriesOfManySmallBatches(EmbeddedBroker broker, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "batch.size", 1_000,
                "linger.ms", 0,
                "request.timeout.ms", 2_000,
                "delivery.timeout.ms", 4_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int sent = 0; sent < 100; sent++) {
                producer.send(new ProducerRecord<>(topic, 0, null, new byte[500]));
            }
            producer.flush();
            return producer.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals("record-retry-total")
                            && metric.getKey().group().equals("producer-metrics"))
                    .mapToDouble(metric -> (double) metric.getValue().metricValue())
                    .sum();
        }
    }
}
