// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.TopicPartition;

/** Topics that Kafka Streams makes for an application: changelogs and repartitioned streams. */
public final class Internals {

    private static final String CHANGELOG = "-changelog";
    private static final List<Integer> BROKERS = List.of(1);

    private Internals() {}

    /** Bytes in the changelogs of an application by store, as they lie in the log, markers of transactions included. */
    public static Map<String, Long> changelogBytes(Admin admin, String application) throws InterruptedException {
        Map<String, Long> bytes = new HashMap<>();
        try {
            for (Map<String, LogDirDescription> broker :
                    admin.describeLogDirs(BROKERS).allDescriptions().get().values()) {
                for (LogDirDescription dir : broker.values()) {
                    for (Map.Entry<TopicPartition, ReplicaInfo> replica :
                            dir.replicaInfos().entrySet()) {
                        String topic = replica.getKey().topic();
                        if (topic.startsWith(application + "-") && topic.endsWith(CHANGELOG)) {
                            String store =
                                    topic.substring(application.length() + 1, topic.length() - CHANGELOG.length());
                            bytes.merge(store, replica.getValue().size(), Long::sum);
                        }
                    }
                }
            }
            return bytes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sizes of the logs cannot be read", e);
        }
    }

    /** Deletes them. */
    public static void delete(Admin admin, String application) throws InterruptedException {
        try {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(application + "-"))
                    .toList();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("internal topics of " + application + " cannot be deleted", e);
        }
    }
}
