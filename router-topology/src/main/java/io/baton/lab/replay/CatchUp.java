// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.runtime.RouterProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Waits until a router has processed all there is, its own repartition topics included.
 *
 * <p>Committed offsets are read before end offsets: what was not there when the offsets were committed then counts as not yet
 * processed, so the answer "all done" is never early.
 */
final class CatchUp {

    private static final Duration STUCK_AFTER = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 50;

    private final Admin admin;
    private final String group;
    private final List<String> inputs;
    private final Progress progress;

    CatchUp(Admin admin, String group, List<String> inputs, Progress progress) {
        this.admin = admin;
        this.group = group;
        this.inputs = inputs;
        this.progress = progress;
    }

    /** @throws IllegalStateException when the router has stopped, or nothing moved for two minutes */
    void await(RouterProcess process) throws InterruptedException {
        long last = -1;
        long movedAt = System.nanoTime();
        while (true) {
            if (process.failure().isPresent()) {
                throw new IllegalStateException(
                        "the router stopped: " + process.failure().get());
            }
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> ends = ends();
            long done = ends.keySet().stream()
                    .mapToLong(partition -> committed.getOrDefault(partition, 0L))
                    .sum();
            progress.at(done, ends.values().stream().mapToLong(Long::longValue).sum());
            if (ends.entrySet().stream()
                    .allMatch(end -> end.getValue() == 0 || end.getValue().equals(committed.get(end.getKey())))) {
                return;
            }
            if (done != last) {
                last = done;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STUCK_AFTER.toNanos()) {
                throw new IllegalStateException("the router made no progress for " + STUCK_AFTER.toSeconds() + " s");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> found = admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(group)
                    .get();
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException("the router's progress cannot be read", e);
            }
        }
        return offsets;
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> inputs.contains(topic) || isRepartition(topic))
                    .collect(Collectors.toSet());
            return ends(admin, topics);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be read", e);
        }
    }

    /** End of each partition, records of open transactions included. */
    static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> partitions =
                admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(partitions).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private boolean isRepartition(String topic) {
        return topic.startsWith(group + "-") && topic.endsWith("-repartition");
    }
}
