// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Both dashboards as a browser draws them, against the metrics topics as any consumer reads them: every figure with its numerator and
 * its denominator.
 */
@Tag("M27")
class FiguresOfTopicsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Page page;

    @BeforeAll
    static void tellAboutADay() throws Exception {
        page = Page.open(1280, 900);
        Served served = page.served;
        for (int i = 0; i < 5; i++) {
            String id = "solved-" + i;
            starts(id, "how-to");
            served.tell(
                    id, "conversation.assistant-reply", Map.of("text", "Like this.", "confidence", 0.9 + i / 100.0));
            served.tell(id, "conversation.resolved", Map.of("by", "assistant"));
            served.tell(id, "conversation.survey-answered", Map.of("csat", 3 + i % 3));
        }
        served.tell("solved-4", "conversation.customer-message", Map.of("text", "No, that does not work at all"));
        for (int i = 0; i < 3; i++) {
            String id = "handed-" + i;
            starts(id, "billing-question");
            if (i == 0) {
                served.tell(id, "conversation.assistant-reply", Map.of("text", "Like this.", "confidence", 0.93));
            }
            served.tell(id, "conversation.human-requested", Map.of("via", "button"));
            served.tell(id, "conversation.agent-joined", Map.of("agentId", "anna", "queue", "standard"));
            served.tell(id, "conversation.agent-message", Map.of("agentId", "anna", "text", "I have corrected it."));
            served.tell(id, "conversation.resolved", Map.of("by", "agent"));
            served.tell(id, "conversation.survey-answered", Map.of("csat", 5));
        }
        served.handOver("waits", "A person please");
        served.flush();
    }

    private static void starts(String id, String category) {
        page.served.tell(id, "conversation.started", Map.of("channel", "chat", "category", category));
        page.served.tell(id, "conversation.customer-message", Map.of("text", "How do I do it?"));
    }

    @AfterAll
    static void close() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "automated, automated, started, 9",
        "automated, automated, escalated, 4",
        "human, human, resolved, 2",
        "human, assisted, resolved, 1"
    })
    void aDashboardDrawsWhatTheTopicSays(String dashboard, String channel, String counted, double times)
            throws Exception {
        page.show(dashboard);
        if (!channel.equals(dashboard)) {
            page.browser.until("document.querySelector('[data-choice=" + channel + "]') !== null");
            page.browser.look("document.querySelector('[data-choice=" + channel + "]').click()");
        }
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(channel)) {
            Map<String, MetricWindow> rows = new HashMap<>();
            Map<String, List<Double>> topic = Map.of();
            Map<String, List<Double>> drawn = Map.of();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (drawn.isEmpty() || !sameAs(drawn, topic) || at(topic, counted) != times) {
                if (System.nanoTime() > end) {
                    break;
                }
                topic = sums(consumer, rows);
                drawn = drawn();
                Thread.sleep(200);
            }
            assertThat(at(topic, counted))
                    .as("what the topic says of " + counted)
                    .isEqualTo(times);
            assertThat(drawn).hasSizeGreaterThan(15).containsKey(counted);
            Map<String, List<Double>> expected = new TreeMap<>(topic);
            expected.keySet().retainAll(drawn.keySet());
            assertThat(drawn).isEqualTo(expected);
        }
    }

    private static boolean sameAs(Map<String, List<Double>> drawn, Map<String, List<Double>> topic) {
        return drawn.entrySet().stream().allMatch(figure -> figure.getValue().equals(topic.get(figure.getKey())));
    }

    private static double at(Map<String, List<Double>> sums, String measure) {
        return sums.getOrDefault(measure, List.of(-1.0)).get(0);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String channel) {
        Map<String, Object> settings = ClientSettings.consumer(page.served.config());
        settings.put("isolation.level", "read_committed");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        String topic = page.served.config().topics().names().metrics(channel);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Numerator and denominator of each figure: the last revision of each row of the minutes, added up. */
    private static Map<String, List<Double>> sums(
            KafkaConsumer<byte[], byte[]> consumer, Map<String, MetricWindow> rows) {
        try (Deserializer<MetricWindow> windows = Serdes.value(
                        MetricWindow.class, page.served.config().registry())
                .deserializer()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(300))) {
                MetricWindow window = windows.deserialize(record.topic(), record.value());
                if (window.getGrain() == Grain.MINUTE) {
                    String row = window.getWindow().getStart() + window.getCategory() + "/" + window.getSegment();
                    rows.merge(row, window, (one, other) -> one.getRevision() > other.getRevision() ? one : other);
                }
            }
        }
        Map<String, List<Double>> sums = new TreeMap<>();
        rows.values()
                .forEach(window -> window.getMeasures()
                        .forEach((name, measure) -> sums.merge(
                                name,
                                List.of(measure.getNumerator(), measure.getDenominator()),
                                (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)))));
        return sums;
    }

    /** What the page shows of each figure that has a numerator, as somebody reads it who points at it. */
    private static Map<String, List<Double>> drawn() {
        JsonNode seen = page.browser.look(
                "Object.fromEntries([...document.querySelectorAll('.figures [data-measure]')].map((figure) => {"
                        + " const basis = figure.matches('[data-numerator]') ? figure : figure.querySelector('.basis[data-numerator]');"
                        + " return [figure.dataset.measure, basis && [Number(basis.dataset.numerator), Number(basis.dataset.denominator)]]; })"
                        + ".filter(([, basis]) => basis))");
        Map<String, List<Double>> drawn = new TreeMap<>();
        seen.properties()
                .forEach(figure -> drawn.put(
                        figure.getKey(),
                        List.of(
                                figure.getValue().get(0).asDouble(),
                                figure.getValue().get(1).asDouble())));
        return drawn;
    }
}
