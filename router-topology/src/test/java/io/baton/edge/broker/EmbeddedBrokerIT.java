// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final long IN_FIVE_YEARS =
            Instant.parse("2031-01-01T00:00:00Z").toEpochMilli();
    private static final long TEN_YEARS_AGO =
            Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path dir;

    @Test
    void keepsClusterIdTopicsAndRecordsOverARestart() throws Exception {
        String clusterId;
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
            clusterId = broker.clusterId();
            createTopic(broker, "facts");
            writeInOneTransaction(broker, "facts", List.of("one", "two"));
            assertThat(read(broker, "facts", 2)).containsExactly("one", "two");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            writeInOneTransaction(broker, "facts", List.of("three"));
            assertThat(read(broker, "facts", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void answersOnLoopbackWithItsOwnClusterId() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
                Admin admin = admin(broker)) {
            assertThat(broker.bootstrapServers()).matches("127\\.0\\.0\\.1:\\d+");
            assertThat(admin.describeCluster().clusterId().get()).isEqualTo(broker.clusterId());
        }
    }

    @Test
    void doesNotCreateAMisspeltTopic() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
                Admin admin = admin(broker)) {
            var description = admin.describeTopics(List.of("fatcs")).allTopicNames();

            assertThatThrownBy(description::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void takesRecordsOfAnyDate() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
                KafkaProducer<String, String> producer = producer(broker, Map.of())) {
            createTopic(broker, "facts");

            producer.send(new ProducerRecord<>("facts", 0, IN_FIVE_YEARS, "k", "ahead"))
                    .get();
            producer.send(new ProducerRecord<>("facts", 0, TEN_YEARS_AGO, "k", "behind"))
                    .get();

            assertThat(read(broker, "facts", 2)).containsExactly("ahead", "behind");
        }
    }

    @Test
    void namesAPortThatIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(dir, other.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("port " + other.getLocalPort() + " on 127.0.0.1 is in use by another program");
        }
    }

    @Test
    void takesThePortItIsGiven() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    private static void createTopic(EmbeddedBroker broker, String name) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static void writeInOneTransaction(EmbeddedBroker broker, String topic, List<String> values) {
        try (KafkaProducer<String, String> producer =
                producer(broker, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            values.forEach(value -> producer.send(new ProducerRecord<>(topic, "k", value)));
            producer.commitTransaction();
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int count) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long giveUpAt = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < giveUpAt) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
