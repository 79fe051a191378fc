// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what a {@link HeldStore} holds is part of the transaction, on a real broker: on the heap and on disk. */
class HeldStoreContractTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String STORE = "held";

    @TempDir
    static Path dir;

    private static EmbeddedBroker broker;

    /** What each task found in its store when it began. */
    private final List<Map<String, Long>> found = new CopyOnWriteArrayList<>();

    private final AtomicInteger failures = new AtomicInteger();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(dir.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowIsLoggedOnceACommitAndIsThereAfterARestart(boolean disk) throws Exception {
        String application = "commits-" + disk;
        topics(application);
        try (KafkaStreams streams = start(application, "first", disk)) {
            send(application, "a", "a", "b", "a", "commit");
            await(() -> changelog(application).size() == 2);
            send(application, "a", "commit");
            await(() -> changelog(application).size() == 3);
        }
        assertThat(changelog(application)).containsExactly("a=3", "b=1", "a=4");
        for (String state : List.of("first", "elsewhere")) {
            try (KafkaStreams streams = start(application, state, disk)) {
                int starts = found.size();
                await(() -> found.size() > starts);
            }
            assertThat(found.get(found.size() - 1)).as(state).isEqualTo(Map.of("a", 4L, "b", 1L));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingOfATransactionThatWasRolledBackIsLeft(boolean disk) throws Exception {
        String application = "aborts-" + disk;
        topics(application);
        try (KafkaStreams streams = start(application, "state", disk)) {
            send(application, "a", "commit");
            await(() -> changelog(application).size() == 1);
            send(application, "a", "look", "b", "a", "throw", "commit");
            await(() -> changelog(application).size() == 4);
        }
        assertThat(changelog(application))
                .as("who looks at all rows has what is held written, in the transaction that is open")
                .containsExactly("a=1", "a=2", "b=1", "a=3");
        assertThat(found).containsExactly(Map.of(), Map.of("a", 1L));
    }

    private KafkaStreams start(String application, String state, boolean disk) {
        KeyValueBytesStoreSupplier rows =
                disk ? Stores.persistentKeyValueStore(STORE) : Stores.inMemoryKeyValueStore(STORE);
        Topology topology = new Topology()
                .addSource("read", new StringDeserializer(), new StringDeserializer(), application)
                .addProcessor("count", Counting::new, "read")
                .addStateStore(new HeldStoreBuilder<>(rows, Serdes.Long()), "count");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id",
                application,
                "bootstrap.servers",
                broker.bootstrapServers(),
                "processing.guarantee",
                "exactly_once_v2",
                "commit.interval.ms",
                600_000,
                "num.stream.threads",
                1,
                "replication.factor",
                1,
                "state.dir",
                dir.resolve(application + "-" + state).toString(),
                "producer.transaction.timeout.ms",
                900_000,
                "session.timeout.ms",
                6_000,
                "auto.offset.reset",
                "earliest"));
        KafkaStreams streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(cause -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }

    /** Counts words. {@code look} looks at all rows, {@code commit} asks for a commit and {@code throw} fails once. */
    private final class Counting implements Processor<String, String, Void, Void> {

        private ProcessorContext<Void, Void> context;
        private KeyValueStore<String, Long> counts;

        @Override
        public void init(ProcessorContext<Void, Void> given) {
            context = given;
            counts = given.getStateStore(STORE);
            found.add(rows());
        }

        @Override
        public void process(Record<String, String> word) {
            switch (word.value()) {
                case "commit" -> context.commit();
                case "look" -> rows();
                case "throw" -> {
                    if (failures.getAndIncrement() == 0) {
                        throw new IllegalStateException("as told");
                    }
                }
                default -> {
                    Long before = counts.get(word.value());
                    counts.put(word.value(), before == null ? 1 : before + 1);
                }
            }
        }

        private Map<String, Long> rows() {
            Map<String, Long> rows = new TreeMap<>();
            try (KeyValueIterator<String, Long> all = counts.all()) {
                all.forEachRemaining(row -> rows.put(row.key, row.value));
            }
            return rows;
        }
    }

    private static void topics(String application) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(application, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(String topic, String... words) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String word : words) {
                producer.send(new ProducerRecord<>(topic, "key", word)).get();
            }
        }
    }

    /** What was committed of the changelog. */
    private static List<String> changelog(String application) {
        TopicPartition partition = new TopicPartition(application + "-" + STORE + "-changelog", 0);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        List<String> rows = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new LongDeserializer())) {
            if (consumer.listTopics().containsKey(partition.topic())) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                while (consumer.position(partition) < end) {
                    for (ConsumerRecord<String, Long> row : consumer.poll(Duration.ofMillis(100))) {
                        rows.add(row.key() + "=" + row.value());
                    }
                }
            }
        }
        return rows;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUpAt = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError("Kafka Streams did not get there in " + MOST);
            }
            Thread.sleep(50);
        }
    }
}
