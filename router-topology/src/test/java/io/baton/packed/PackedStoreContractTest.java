// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.names.Meters;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link CommitHook} rests on and Kafka Streams does not promise, on a real broker. A failure here after an upgrade of
 * Kafka means that the packed layout must not be released with it.
 */
class PackedStoreContractTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    /** More than fills a pack, so that one leaves before the commit. */
    private static final int LARGE = 300_000;

    @TempDir
    static Path dir;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(dir.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void whatWasNotedLeavesBeforeEachCommitAndIsThereAfterARestart() throws Exception {
        ContractTopology topology = topology("commits");
        try (KafkaStreams streams = topology.start(dir.resolve("commits-1"), 0)) {
            for (int commit = 1; commit <= 3; commit++) {
                send(topology, "a 10", "b 10", "commit");
                int packs = commit;
                await(() -> records(topology.changelog(), true).size() >= packs);
                assertThat(records(topology.changelog(), true))
                        .as(
                                "packs after %d commits: flushCache of a CachedStateStore is called once before each commit,"
                                        + " not at other times; has Kafka Streams changed that?",
                                commit)
                        .hasSize(commit);
                assertThat(read(topology))
                        .as("what was noted before the commit is in its transaction")
                        .isEqualTo(Map.of("a", (long) commit, "b", (long) commit));
                await(() -> records(topology.out(), true).size() >= 2 * packs);
            }
        }
        try (KafkaStreams streams = topology.start(dir.resolve("commits-2"), 0)) {
            await(() -> topology.found.size() >= 2);
            assertThat(topology.found)
                    .as("a store that is not persistent is restored from its changelog before its task begins")
                    .containsExactly(Map.of(), Map.of("a", 3L, "b", 3L));
        }
    }

    @Test
    void nothingOfATransactionThatWasRolledBackIsLeft() throws Exception {
        ContractTopology topology = topology("aborts");
        try (KafkaStreams streams = topology.start(dir.resolve("aborts"), 0)) {
            send(topology, "a 10", "commit");
            await(() -> records(topology.out(), true).size() == 1);
            send(topology, "a " + LARGE, "b 10", "throw", "c 10", "commit");
            await(() ->
                    records(topology.out(), true).size() == 4 && read(topology).size() == 3);

            assertThat(topology.found)
                    .as("after a failure a task begins with what was committed: its changelog is read with"
                            + " read_committed; has Kafka Streams changed that?")
                    .containsExactly(Map.of(), Map.of("a", 1L));
            assertThat(read(topology)).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L));
            List<Long> numbers = numbers(records(topology.changelog(), true));
            assertThat(numbers)
                    .as("numbers of committed packs have no gap and no double")
                    .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
            assertThat(records(topology.changelog(), false))
                    .as("the transaction that was rolled back had packs: this test tested something")
                    .hasSizeGreaterThan(numbers.size());
            assertThat(values(records(topology.out(), true))).containsExactly("a:1", "a:2", "b:1", "c:1");
        }
    }

    /**
     * Whether Streams then gives the task its own store object again depends on whether a rebalance comes in between, and so
     * does whether records between the last commit and the failure come again. Only what is in the store is asked here.
     */
    @Test
    void aTaskThatIsCorruptedBeginsAnewWithWhatWasCommitted() throws Exception {
        ContractTopology topology = topology("corrupted");
        try (KafkaStreams streams = topology.start(dir.resolve("corrupted"), 0)) {
            send(topology, "a 10", "commit");
            await(() -> records(topology.out(), true).size() == 1);
            send(topology, "silent-b 10", "corrupt");
            await(() -> topology.found.size() == 2);

            assertThat(topology.found)
                    .as("a task that is made anew, or revived with init, has nothing of what was not committed; has"
                            + " Kafka Streams changed that?")
                    .containsExactly(Map.of(), Map.of("a", 1L));
        }
    }

    @Test
    void whatTheHeapHasNoRoomForIsOnDiskAndSurvivesAFailureAndARestart() throws Exception {
        ContractTopology topology = topology("disk");
        Path first = dir.resolve("disk-1");
        try (KafkaStreams streams =
                topology.start(dir.resolve("disk"), 0, new StateBudget(1, () -> first, options -> {}))) {
            send(topology, "a 10", "b 10", "commit");
            await(() -> records(topology.out(), true).size() == 2);
            await(() -> metric(streams, Meters.STATE_DISK) > 0);
            assertThat(metric(streams, Meters.STATE_HEAP)).isZero();
            send(topology, "a " + LARGE, "throw", "c 10", "commit");
            await(() -> records(topology.out(), true).size() == 4);
            assertThat(topology.found)
                    .as("read back onto disk, one pack after the other")
                    .containsExactly(Map.of(), Map.of("a", 1L, "b", 1L));
        }
        assertThat(first).as("what was on disk, after the end").isEmptyDirectory();
        try (KafkaStreams streams = topology.start(dir.resolve("disk"), 0)) {
            send(topology, "b 10", "commit");
            await(() -> records(topology.out(), true).size() == 5);
            assertThat(topology.found.get(2)).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L));
            assertThat(metric(streams, Meters.STATE_DISK)).isZero();
        }
        assertThat(values(records(topology.out(), true))).containsExactly("a:1", "b:1", "a:2", "c:1", "b:2");
    }

    private static double metric(KafkaStreams streams, String name) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .mapToDouble(metric -> (Double) metric.metricValue())
                .sum();
    }

    @Test
    void aStandbyTakesOverWithWhatItHasRead() throws Exception {
        ContractTopology one = topology("standby");
        ContractTopology two = new ContractTopology("standby", broker.bootstrapServers());
        try (KafkaStreams first = one.start(dir.resolve("standby-1"), 1)) {
            send(one, "a 10", "b 10", "commit");
            await(() -> records(one.out(), true).size() == 2);
            try (KafkaStreams second = two.start(dir.resolve("standby-2"), 1)) {
                await(() -> hasRead(first) && hasRead(second));
                send(one, "a " + LARGE, "commit");
                await(() -> records(one.out(), true).size() == 3);
                // Streams may have given the task to the second at once; then the first takes over.
                boolean secondIsActive = !two.found.isEmpty();
                ContractTopology heir = secondIsActive ? one : two;
                int before = heir.found.size();
                leave(secondIsActive ? second : first);
                send(one, "a 10", "commit");
                await(() -> records(one.out(), true).size() == 4);

                assertThat(heir.found.subList(before, heir.found.size()))
                        .as("what the standby has read is in its store when its task becomes active")
                        .containsExactly(Map.of("a", 2L, "b", 1L));
                assertThat(values(records(one.out(), true))).containsExactly("a:1", "b:1", "a:2", "a:3");
                await(() -> read(one).get("a") == 3L);
            }
        }
    }

    private static boolean hasRead(KafkaStreams streams) {
        return streams.allLocalStorePartitionLags().getOrDefault(ContractTopology.STORE, Map.of()).values().stream()
                .anyMatch(lag -> lag.currentOffsetPosition() > 0);
    }

    private static void leave(KafkaStreams streams) {
        streams.close(CloseOptions.timeout(Duration.ofSeconds(30))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private static ContractTopology topology(String application) throws Exception {
        ContractTopology topology = new ContractTopology(application, broker.bootstrapServers());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(topology.in(), 1, (short) 1), new NewTopic(topology.out(), 1, (short) 1)))
                    .all()
                    .get();
        }
        return topology;
    }

    private static void send(ContractTopology topology, String... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topology.in(), "customer", value))
                        .get();
            }
        }
    }

    /** Turns by conversation, as the changelog says that has been committed. */
    private static Map<String, Long> read(ContractTopology topology) {
        PackedState state = new PackedState(
                new TestCodec(), (number, pack) -> {}, StateBudget.unlimited().share(), false);
        state.restore(records(topology.changelog(), true).stream()
                .map(record ->
                        new PackedState.Logged(ByteBuffer.wrap(record.key()).getLong(), record.value()))
                .toList());
        return ContractTopology.turns(state.holdings().all());
    }

    private static List<Long> numbers(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> ByteBuffer.wrap(record.key()).getLong())
                .toList();
    }

    private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> new String(record.value())).toList();
    }

    /** All records of a topic of one partition; none where it is not there yet. */
    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, boolean committed) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                committed ? "read_committed" : "read_uncommitted");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return records;
            }
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
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
