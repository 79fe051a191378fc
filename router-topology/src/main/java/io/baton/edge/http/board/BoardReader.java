// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the board, committed records only, on a thread of its own. It belongs to no consumer group: each
 * instance reads all of them, and nothing is remembered between two starts.
 */
public final class BoardReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long LOOK_FOR_TOPICS_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Board board;
    private final OutputTopics topics;
    private final Supplier<? extends Collection<String>> queues;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final Map<TopicPartition, Long> catchUpTo = new HashMap<>();
    private volatile boolean closed;
    private volatile boolean caughtUp;
    private long lookAt = System.nanoTime();

    /**
     * @param settings of a consumer, the isolation level apart
     * @param queues queues of the policy in force; asked from time to time
     */
    public BoardReader(
            Board board,
            Topics names,
            Map<String, String> registry,
            Map<String, Object> settings,
            Supplier<? extends Collection<String>> queues) {
        this.board = board;
        this.topics = new OutputTopics(names, registry);
        this.queues = queues;
        Map<String, Object> own = new HashMap<>(settings);
        own.put("isolation.level", "read_committed");
        own.put("enable.auto.commit", "false");
        own.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = new Thread(this::run, "console-board");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that had been written when it was started is on the board. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                try {
                    read();
                } catch (WakeupException e) {
                    return;
                } catch (KafkaException e) {
                    LOG.warn(
                            "console could not read the output topics, tries again: {}",
                            e.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    private void read() {
        if (System.nanoTime() - lookAt >= 0) {
            lookAt = System.nanoTime() + LOOK_FOR_TOPICS_NANOS;
            assign();
        }
        if (consumer.assignment().isEmpty()) {
            pause();
            return;
        }
        ConsumerRecords<byte[], byte[]> come = consumer.poll(POLL);
        for (TopicPartition partition : come.partitions()) {
            takeAll(partition, come.records(partition));
        }
        if (!caughtUp) {
            catchUpTo.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            caughtUp = catchUpTo.isEmpty();
        }
    }

    /** What the registry keeps us from reading now is read again. */
    private void takeAll(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                take(record);
            } catch (RetriableException e) {
                consumer.seek(partition, record.offset());
                LOG.warn("console waits for the schema registry");
                pause();
                return;
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        OutputTopics.Source source = topics.of(List.of()).get(record.topic());
        if (source == null) {
            return;
        }
        if (record.value() == null) {
            if (source.tombstones() && record.key() != null) {
                board.forgetCustomer(new String(record.key(), UTF_8));
            }
            return;
        }
        try {
            SpecificRecord value = source.values().deserialize(record.topic(), record.value());
            if (value != null) {
                board.take(value);
            }
        } catch (SerializationException e) {
            LOG.warn(
                    "console passes over a record it cannot read, topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    /** Takes on the partitions of topics that were not there before, each from as far back as the console shows. */
    private void assign() {
        Map<String, List<PartitionInfo>> there = consumer.listTopics();
        Map<TopicPartition, Long> begin = new HashMap<>();
        long now = System.currentTimeMillis();
        topics.of(queues.get())
                .forEach((topic, source) -> there.getOrDefault(topic, List.of()).forEach(partition -> {
                    TopicPartition found = new TopicPartition(topic, partition.partition());
                    if (!consumer.assignment().contains(found)) {
                        begin.put(found, now - source.back().toMillis());
                    }
                }));
        if (begin.isEmpty()) {
            return;
        }
        List<TopicPartition> all = new ArrayList<>(consumer.assignment());
        all.addAll(begin.keySet());
        // The ends first: what comes between the two questions must not be missed where nothing is young enough.
        Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(begin);
        consumer.assign(all);
        begin.keySet().forEach(partition -> {
            OffsetAndTimestamp offset = offsets.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            consumer.seek(partition, offset == null ? end : offset.offset());
            if (!caughtUp) {
                catchUpTo.put(partition, end);
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN.toMillis() / 4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
