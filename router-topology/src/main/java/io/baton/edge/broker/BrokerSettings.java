// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a node that is alone, starts fast, stays small and takes records of any date. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String LISTENER = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";

    private static final String ONE = "1";

    private BrokerSettings() {}

    static Map<String, String> of(Path dir, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        node(settings, dir, port, controllerPort);
        aloneInTheCluster(settings);
        small(settings);
        quickToNotice(settings);
        anyDate(settings);
        return settings;
    }

    private static void node(Map<String, String> settings, Path dir, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners", LISTENER + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", LISTENER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", LISTENER);
        settings.put("log.dirs", dir.toString());
        settings.put("auto.create.topics.enable", "false");
    }

    private static void aloneInTheCluster(Map<String, String> settings) {
        settings.put("default.replication.factor", ONE);
        settings.put("offsets.topic.num.partitions", ONE);
        settings.put("offsets.topic.replication.factor", ONE);
        settings.put("transaction.state.log.num.partitions", ONE);
        settings.put("transaction.state.log.replication.factor", ONE);
        settings.put("transaction.state.log.min.isr", ONE);
        settings.put("share.coordinator.state.topic.num.partitions", ONE);
        settings.put("share.coordinator.state.topic.replication.factor", ONE);
        settings.put("share.coordinator.state.topic.min.isr", ONE);
    }

    private static void small(Map<String, String> settings) {
        settings.put("num.network.threads", ONE);
        settings.put("num.io.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.index.size.max.bytes", "1048576");
    }

    /** A killed client is noticed within seconds instead of the better part of a minute. */
    private static void quickToNotice(Map<String, String> settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "500");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    /**
     * Recorded events carry their own dates. Kafka would refuse those more than an hour ahead and delete those of last year
     * as expired while they are still being read.
     */
    private static void anyDate(Map<String, String> settings) {
        settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        settings.put("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
        settings.put("log.retention.ms", "-1");
    }
}
