// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Feed;
import io.baton.bench.cluster.Internals;
import io.baton.bench.cluster.Offsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far an application has come, by the offsets it has committed: the same yardstick for every program, read from outside,
 * and only what is final counts.
 */
public final class Progress {

    static final long LOOK_EVERY_MS = 25;

    private final Cluster cluster;
    private final String group;

    /** @param group Kafka's name for the application */
    public Progress(Cluster cluster, String group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** Records of a slice that are committed. */
    long of(Map<TopicPartition, Feed.Range> slice) throws InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        long sum = 0;
        for (Map.Entry<TopicPartition, Feed.Range> partition : slice.entrySet()) {
            Feed.Range range = partition.getValue();
            long at = committed.getOrDefault(partition.getKey(), 0L);
            sum += Math.max(0, Math.min(at, range.to()) - range.from());
        }
        return sum;
    }

    static long records(Map<TopicPartition, Feed.Range> slice) {
        return slice.values().stream()
                .mapToLong(range -> range.to() - range.from())
                .sum();
    }

    /**
     * Whether what the application has sent to itself is done as well. The last offset of such a partition may be the mark of a
     * transaction, which holds nothing.
     */
    boolean isThrough() throws InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        return Offsets.ends(cluster.admin(), Internals.repartitioned(cluster.admin(), group)).entrySet().stream()
                .allMatch(end -> end.getValue() == 0 || committed.getOrDefault(end.getKey(), 0L) >= end.getValue() - 1);
    }

    /** Events of a topic that are still not committed after a while; 0 as soon as all are. */
    public long behind(String topic, long total, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long left = total - sum(topic);
        while (left > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY_MS);
            left = total - sum(topic);
        }
        return left;
    }

    /** Told how far it is. */
    public interface Watcher {
        void at(long done, long total);
    }

    private long sum(String topic) throws InterruptedException {
        long sum = 0;
        for (Map.Entry<TopicPartition, Long> partition : committed().entrySet()) {
            sum += partition.getKey().topic().equals(topic) ? partition.getValue() : 0;
        }
        return sum;
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            for (Map.Entry<TopicPartition, OffsetAndMetadata> partition : cluster.admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (partition.getValue() != null) {
                    committed.put(partition.getKey(), partition.getValue().offset());
                }
            }
            return committed;
        } catch (ExecutionException e) {
            return Map.of(); // there is no such group before it has started
        }
    }
}
