// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The routers that share the work under one application id, as the broker sees them. */
final class RouterGroup implements AutoCloseable {

    private static final Duration MOST = Duration.ofSeconds(120);

    private final Admin admin;
    private final String id;
    private final String topic;
    private Set<String> members = Set.of();

    /** @param topic whose offsets tell how far they have come */
    RouterGroup(String bootstrap, String id, String topic) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        this.id = id;
        this.topic = topic;
    }

    /**
     * Waits until so many routers share the partitions, others than at the last call, have since got on with each partition, and
     * are all in the middle of a transaction: whoever is killed now leaves one open.
     */
    void awaitAllInTransactions(int routers) throws InterruptedException, ExecutionException {
        long giveUpAt = System.nanoTime() + MOST.toNanos();
        awaitTrue(giveUpAt, "share the partitions", () -> share(routers));
        Map<Integer, Long> before = committed();
        awaitTrue(giveUpAt, "get on with every partition", () -> gotOn(before, committed()));
        awaitTrue(giveUpAt, "all have a transaction open", () -> transactions() == routers);
    }

    /** Waits until an offset has been committed beyond this {@link #progress}. */
    void awaitMoreThan(long progress) throws InterruptedException, ExecutionException {
        awaitTrue(System.nanoTime() + MOST.toNanos(), "get on", () -> progress() > progress);
    }

    /** Waits until all records of the topic have been worked off, as long as they still get on. */
    void awaitAllDone() throws InterruptedException, ExecutionException {
        for (long done = progress(); done < produced(); done = progress()) {
            awaitMoreThan(done);
        }
    }

    /** Sum of the committed offsets of all partitions of the topic. */
    long progress() throws InterruptedException, ExecutionException {
        return committed().values().stream().mapToLong(Long::longValue).sum();
    }

    private long produced() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    private boolean share(int routers) throws InterruptedException, ExecutionException {
        ConsumerGroupDescription group;
        try {
            group = admin.describeConsumerGroups(List.of(id)).all().get().get(id);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
        Set<String> working = new TreeSet<>();
        for (MemberDescription member : group.members()) {
            if (!member.assignment().topicPartitions().isEmpty()) {
                working.add(member.consumerId());
            }
        }
        // A router that was killed is a member like any other until its session is over.
        if (group.groupState() != GroupState.STABLE || working.size() != routers || working.equals(members)) {
            return false;
        }
        members = working;
        return true;
    }

    private Map<Integer, Long> committed() throws InterruptedException, ExecutionException {
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
            if (partition.topic().equals(topic) && offset != null) {
                offsets.put(partition.partition(), offset.offset());
            }
        });
        return offsets;
    }

    private static boolean gotOn(Map<Integer, Long> before, Map<Integer, Long> after) {
        return !after.isEmpty()
                && after.keySet().containsAll(before.keySet())
                && after.entrySet().stream()
                        .allMatch(partition -> partition.getValue() > before.getOrDefault(partition.getKey(), 0L));
    }

    private long transactions() throws InterruptedException, ExecutionException {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .filter(transaction -> transaction.transactionalId().startsWith(id + "-"))
                .count();
    }

    private interface Condition {
        boolean holds() throws InterruptedException, ExecutionException;
    }

    private static void awaitTrue(long giveUpAt, String what, Condition condition)
            throws InterruptedException, ExecutionException {
        while (!condition.holds()) {
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError("the routers did not " + what + " in time");
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
