// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Offsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far an application has come, by the offsets it has committed: the same yardstick for every program, read from outside,
 * and only what is final counts.
 */
public final class Progress {

    private static final long LOOK_EVERY_MS = 15;
    private static final Duration NO_PROGRESS_WITHIN = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final String topic;
    private final int partitions;

    public Progress(Cluster cluster, String topic, int partitions) {
        this.cluster = cluster;
        this.topic = topic;
        this.partitions = partitions;
    }

    /** Events in the topic. */
    long total() throws InterruptedException {
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            all.add(new TopicPartition(topic, p));
        }
        return Offsets.ends(cluster.admin(), all).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits until so many events are committed; one sample for each commit on the way. */
    List<Sample> follow(ChildJvm app, String group, long total, Watcher watcher) throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long seen = 0;
        long changed = System.nanoTime();
        while (seen < total) {
            long committed = committed(group);
            long now = System.nanoTime();
            if (committed > seen) {
                samples.add(new Sample(
                        now, committed, app.cpuNanos(), cluster.process().cpuNanos()));
                seen = committed;
                changed = now;
                watcher.at(seen, total);
            } else if (now - changed > NO_PROGRESS_WITHIN.toNanos()) {
                throw new IllegalStateException("no progress at " + seen + " of " + total + " events" + app.tail());
            }
            app.requireAlive();
            if (seen < total) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
        return samples;
    }

    /** Events that are still not committed after a while; 0 as soon as all are. */
    public long behind(String group, long total, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long left = total - committed(group);
        while (left > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY_MS);
            left = total - committed(group);
        }
        return left;
    }

    /** Told how far it is. */
    public interface Watcher {
        void at(long done, long total);
    }

    private long committed(String group) throws InterruptedException {
        try {
            long sum = 0;
            for (Map.Entry<TopicPartition, OffsetAndMetadata> partition : cluster.admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (partition.getKey().topic().equals(topic) && partition.getValue() != null) {
                    sum += partition.getValue().offset();
                }
            }
            return sum;
        } catch (ExecutionException e) {
            return 0; // there is no such group before it has started
        }
    }
}
