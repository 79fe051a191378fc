// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.idiomatic.Handover;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alternative is honest only if it does what it claims: hands over, and counts every turn. */
class IdiomaticTest {

    private static final int EVENTS = 6_000;

    @TempDir
    Path folder;

    @Test
    void handsOverOnceAConversationWithItsTranscriptAndCountsEachTurn() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            Map<String, String> settings = Map.of("schema.registry.url", registry.url());
            Properties properties = new Properties();
            properties.putAll(Map.of(
                    "application.id", "idiomatic", "bootstrap.servers", "unused:9092", "state.dir", folder.toString()));
            try (var driver = new TopologyTestDriver(Idiomatic.topology(new Topics("t."), settings), properties)) {
                var events = driver.createInputTopic(
                        "t.conversation.events",
                        new StringSerializer(),
                        Serdes.value(ConversationEvent.class, settings).serializer());
                Generator generator = Generator.ofRecorded(Flavour.TEXT, 1, 200);
                long turns = 0;
                for (int i = 0; i < EVENTS; i++) {
                    ConversationEvent event = generator.next();
                    turns += event.getData() instanceof ConversationClosed ? 0 : 1;
                    events.pipeInput(event.getCustomerId(), event, event.getTime());
                }

                List<Handover> handovers = driver.createOutputTopic(
                                "t.bench.handovers",
                                new StringDeserializer(),
                                Serdes.value(Handover.class, settings).deserializer())
                        .readValuesToList();
                assertThat(handovers)
                        .isNotEmpty()
                        .allSatisfy(
                                handover -> assertThat(handover.getTranscript()).isNotEmpty());
                Set<String> conversations = new HashSet<>();
                handovers.forEach(handover -> assertThat(conversations.add(handover.getConversationId()))
                        .isTrue());

                Map<String, Long> counts = new HashMap<>();
                for (KeyValue<String, Long> count : driver.createOutputTopic(
                                "t.bench.turns", new StringDeserializer(), new LongDeserializer())
                        .readKeyValuesToList()) {
                    counts.merge(count.key, count.value, Math::max);
                }
                assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(turns);
                assertThat(driver.metrics().values().stream()
                                .filter(metric -> metric.metricName().name().equals("dropped-records-total"))
                                .mapToDouble(metric -> (Double) metric.metricValue())
                                .sum())
                        .isZero();
            }
        }
    }
}
