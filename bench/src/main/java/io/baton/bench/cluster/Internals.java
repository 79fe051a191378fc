// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Topics of an application: those that Kafka Streams makes for it, changelogs and repartitioned streams, and all the others. */
public final class Internals {

    private static final String CHANGELOG = "-changelog";
    private static final String REPARTITION = "-repartition";
    private static final List<Integer> BROKERS = List.of(1);

    private Internals() {}

    /** Bytes in the changelogs of an application by store, as they lie in the log, markers of transactions included. */
    public static Map<String, Long> changelogBytes(Admin admin, String application) throws InterruptedException {
        String prefix = application + "-";
        Map<String, Long> bytes = new HashMap<>();
        bytes(admin, topic -> topic.startsWith(prefix) && topic.endsWith(CHANGELOG))
                .forEach((topic, size) ->
                        bytes.put(topic.substring(prefix.length(), topic.length() - CHANGELOG.length()), size));
        return bytes;
    }

    /** Bytes on disk of topics, all partitions of each together. */
    public static Map<String, Long> bytes(Admin admin, Predicate<String> wanted) throws InterruptedException {
        Map<String, Long> bytes = new HashMap<>();
        try {
            for (Map<String, LogDirDescription> broker :
                    admin.describeLogDirs(BROKERS).allDescriptions().get().values()) {
                for (LogDirDescription dir : broker.values()) {
                    for (Map.Entry<TopicPartition, ReplicaInfo> replica :
                            dir.replicaInfos().entrySet()) {
                        String topic = replica.getKey().topic();
                        if (wanted.test(topic)) {
                            bytes.merge(topic, replica.getValue().size(), Long::sum);
                        }
                    }
                }
            }
            return bytes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sizes of the logs cannot be read", e);
        }
    }

    /** Partitions in which an application sends records to itself; empty where it does not. */
    public static List<TopicPartition> repartitioned(Admin admin, String application) throws InterruptedException {
        try {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(application + "-") && topic.endsWith(REPARTITION))
                    .toList();
            List<TopicPartition> partitions = new ArrayList<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
            }
            return partitions;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics of " + application + " cannot be read", e);
        }
    }

    /** Deletes all topics whose names begin with a prefix, those that Kafka Streams has made as well. */
    public static void delete(Admin admin, String prefix) throws InterruptedException {
        try {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .toList();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics of " + prefix + " cannot be deleted", e);
        }
    }
}
