// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.Serdes;
import io.baton.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two routers as processes of their own under load; one of them is killed in the middle of transactions, three times.
 * Nothing is lost, nothing comes twice, each request for a human is escalated once.
 */
class RouterKillIT {

    private static final int CONVERSATIONS = 600;
    private static final int PARTITIONS = 4;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final List<RouterChild> routers = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void killedRoutersLoseNothingAndRepeatNothing() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            createTopics(broker.bootstrapServers());
            RouterChild.Target target = new RouterChild.Target(broker.bootstrapServers(), registry.url(), folder);
            routers.add(RouterChild.start(target, "one"));
            routers.add(RouterChild.start(target, "two"));

            Load load = new Load(broker.bootstrapServers());
            Thread producing = new Thread(load, "load");
            producing.start();
            Random random = new Random(7);
            for (int kill = 0; kill < 3; kill++) {
                load.awaitSent((kill + 1) * load.total() / 4);
                Thread.sleep(random.nextInt(300));
                RouterChild victim = routers.get(kill % 2);
                victim.kill();
                routers.set(kill % 2, RouterChild.start(target, "again-" + kill));
            }
            producing.join();

            Map<String, Object> registrySettings = Map.of("schema.registry.url", registry.url());
            check(broker.bootstrapServers(), registrySettings);
        } finally {
            routers.forEach(RouterChild::close);
        }
    }

    private void check(String bootstrap, Map<String, Object> registry) throws InterruptedException {
        Set<String> asked = new TreeSet<>();
        Set<String> resolved = new TreeSet<>();
        for (int c = 0; c < CONVERSATIONS; c++) {
            (c % 3 == 0 ? asked : resolved).add("conv-" + c);
        }
        try (Outputs outputs = new Outputs(bootstrap, topics, registry)) {
            outputs.awaitUntil(() -> outputs.outcomes().keySet().containsAll(resolved)
                    && outputs.escalated().containsAll(asked)
                    && outputs.sum("started") >= CONVERSATIONS
                    && outputs.sum("resolved") >= resolved.size());

            assertThat(outputs.escalated()).containsExactlyElementsOf(asked);
            assertThat(outputs.escalationIds()).doesNotHaveDuplicates();
            assertThat(outputs.outcomeIds()).doesNotHaveDuplicates();
            assertThat(outputs.outcomes().keySet()).containsExactlyElementsOf(resolved);
            assertThat(outputs.outcomes().values()).allSatisfy(outcome -> {
                assertThat(outcome.getCustomerTurns()).isEqualTo(3);
                assertThat(outcome.getAssistantTurns()).isEqualTo(3);
            });
            assertThat(outputs.sum("started")).isEqualTo(CONVERSATIONS);
            assertThat(outputs.sum("escalated")).isEqualTo(asked.size());
            assertThat(outputs.sum("resolved")).isEqualTo(resolved.size());
        }
    }

    private void createTopics(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> queues =
                    new ArrayList<>(DefaultPolicy.ruleset().queues().keySet());
            admin.createTopics(topics.all(queues).stream()
                            .map(spec -> new NewTopic(spec.name(), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Three exchanges a conversation; every third then asks for a human, the others are resolved. */
    private final class Load implements Runnable {

        private final String bootstrap;
        private volatile int sent;

        Load(String bootstrap) {
            this.bootstrap = bootstrap;
        }

        int total() {
            return CONVERSATIONS * 8;
        }

        void awaitSent(int count) throws InterruptedException {
            while (sent < count) {
                Thread.sleep(20);
            }
        }

        @Override
        public void run() {
            Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "linger.ms", 5);
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                for (int batch = 0; batch < CONVERSATIONS; batch += 50) {
                    for (int step = 0; step < 8; step++) {
                        for (int c = batch; c < batch + 50; c++) {
                            send(producer, c, step);
                        }
                        producer.flush();
                        Thread.sleep(250);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void send(KafkaProducer<String, String> producer, int c, int step) {
            String id = "conv-" + c;
            String customer = "cust-" + c;
            String type = "conversation.assistant-reply";
            Map<String, Object> data = new HashMap<>(Map.of("text", "Answer " + step, "confidence", 0.95));
            if (step == 0) {
                type = "conversation.started";
                data = Map.of("channel", "chat", "category", "how-to");
            } else if (step == 7) {
                type = c % 3 == 0 ? "conversation.human-requested" : "conversation.resolved";
                data = c % 3 == 0 ? Map.of("via", "button") : Map.of("by", "assistant");
            } else if (step % 2 == 1) {
                type = "conversation.customer-message";
                data = Map.of("text", "Question " + step);
            }
            String event = Story.event(id + "-" + step, type, id, customer, Instant.now(), data);
            producer.send(new ProducerRecord<>(topics.conversationEvents(), customer, event));
            sent++;
        }
    }

    /** What the routers have committed, read again and again until it is complete. */
    private static final class Outputs implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Topics topics;
        private final Map<String, Object> registry;
        private final List<String> escalationIds = new ArrayList<>();
        private final List<String> outcomeIds = new ArrayList<>();
        private final Set<String> escalated = new TreeSet<>();
        private final Map<String, ConversationOutcome> outcomes = new TreeMap<>();
        private final Map<String, MetricWindow> windows = new LinkedHashMap<>();

        Outputs(String bootstrap, Topics topics, Map<String, Object> registry) {
            this.topics = topics;
            this.registry = registry;
            this.consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            List<TopicPartition> partitions = new ArrayList<>();
            List<String> queues =
                    new ArrayList<>(DefaultPolicy.ruleset().queues().keySet());
            topics.all(queues).stream()
                    .filter(spec -> spec.direction() == Topics.Direction.OUT)
                    .forEach(spec -> {
                        for (int p = 0; p < PARTITIONS; p++) {
                            partitions.add(new TopicPartition(spec.name(), p));
                        }
                    });
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        /** Reads until a condition holds and then for five seconds more, in which nothing further may change it. */
        void awaitUntil(java.util.function.BooleanSupplier complete) {
            Instant end = Instant.now().plusSeconds(300);
            while (!complete.getAsBoolean() && Instant.now().isBefore(end)) {
                poll();
            }
            Instant grace = Instant.now().plusSeconds(5);
            while (Instant.now().isBefore(grace)) {
                poll();
            }
        }

        private void poll() {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.topic().startsWith(topics.escalations(""))) {
                    EscalationRaised packet = read(record, EscalationRaised.class);
                    escalationIds.add(packet.getEscalationId());
                    escalated.add(packet.getConversationId());
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

        double sum(String measure) {
            return windows.values().stream()
                    .filter(window -> window.getGrain() == Grain.HOUR)
                    .map(window -> window.getMeasures().get(measure))
                    .filter(java.util.Objects::nonNull)
                    .mapToDouble(found -> found.getNumerator())
                    .sum();
        }

        List<String> escalationIds() {
            return escalationIds;
        }

        List<String> outcomeIds() {
            return outcomeIds;
        }

        Set<String> escalated() {
            return escalated;
        }

        Map<String, ConversationOutcome> outcomes() {
            return outcomes;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
