// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.event.MetricWindow;
import io.baton.lab.LocalCluster;
import io.baton.lab.Output;
import io.baton.lab.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all output topics as anybody could and says what happens. One thread at a time. */
final class Watch implements AutoCloseable {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** Real time from an event to its figures: the second after which they are sent on, two commits and a reader. */
    private static final long FIGURES_ON_THE_WAY_MS = 3_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Output> outputs;
    private final Consumer<String> say;
    private final Tally tally = new Tally();
    private final MinuteFigures figures;
    private final List<String> order;

    /** @param speed how many times faster than real time the conversations are */
    Watch(LocalCluster cluster, Map<String, Output> outputs, int speed, Consumer<String> say)
            throws InterruptedException {
        this.outputs = outputs;
        this.say = say;
        this.figures = new MinuteFigures(FIGURES_ON_THE_WAY_MS * speed);
        this.order = outputs.keySet().stream()
                .sorted(Comparator.comparing((String topic) -> !topic.contains("escalations."))
                        .thenComparing(topic -> !topic.endsWith(".decisions")))
                .toList();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(cluster));
    }

    private List<TopicPartition> partitions(LocalCluster cluster) throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        try {
            cluster.admin()
                    .describeTopics(outputs.keySet())
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition ->
                                    partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the output topics cannot be read", e);
        }
        return partitions;
    }

    /** Says what has come within the time, in the order of events, and the figures of the minutes that are over. */
    void look(Duration most, LongSupplier clock) {
        List<ConsumerRecord<byte[], byte[]>> come = new ArrayList<>();
        consumer.poll(most).forEach(come::add);
        come.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(record -> order.indexOf(record.topic())));
        come.forEach(this::take);
        long now = clock.getAsLong();
        figures.over(now)
                .forEach(minute -> say.accept(at(
                        now,
                        "figures   of " + MINUTE.format(Instant.ofEpochMilli(minute.getKey())) + ": "
                                + minute.getValue())));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Output output = Objects.requireNonNull(outputs.get(record.topic()));
        Optional<SpecificRecord> value = output.read(record.value());
        if (value.isEmpty()) {
            tally.countRefused(record.headers());
            say.accept(at(record.timestamp(), "intake    a record was refused, see " + record.topic()));
            return;
        }
        tally.count(value.get());
        if (value.get() instanceof MetricWindow window) {
            figures.add(window);
        } else {
            Wording.of(value.get()).ifPresent(text -> say.accept(at(record.timestamp(), text)));
        }
    }

    Tally tally() {
        return tally;
    }

    private static String at(long millis, String text) {
        return CLOCK.format(Instant.ofEpochMilli(millis)) + "  " + text;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
