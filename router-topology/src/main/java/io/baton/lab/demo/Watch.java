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

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Output> outputs;
    private final Consumer<String> say;
    private final Tally tally = new Tally();
    private final MinuteFigures figures = new MinuteFigures();

    Watch(LocalCluster cluster, Map<String, Output> outputs, Consumer<String> say) throws InterruptedException {
        this.outputs = outputs;
        this.say = say;
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
            cluster.admin().describeTopics(outputs.keySet()).allTopicNames().get().values().forEach(topic -> topic.partitions()
                    .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the output topics cannot be read", e);
        }
        return partitions;
    }

    /** Says what has come within the time, and the figures of the minutes that are over. */
    void look(Duration most, LongSupplier clock) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(most)) {
            take(record);
        }
        figures.over(clock.getAsLong()).forEach(minute -> say.accept(at(minute.getKey(), minute.getValue())));
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
