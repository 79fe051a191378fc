// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Cluster;
import io.baton.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a program over the events of a bench.
 *
 * @param heap most heap of the program, such as {@code 2g}; the same for all
 * @param routerJvm more options for the router's virtual machine
 * @param routerSet more settings of the router, {@code key=value}
 * @param store the router's store, unless the variant names its own
 */
public record Course(
        Cluster cluster, int partitions, String heap, List<String> routerJvm, List<String> routerSet, String store) {

    static final Duration RUNNING_WITHIN = Duration.ofSeconds(90);

    /** Timers never go by the wall clock: an event is as old as the generator says. */
    private static final String TIMERS_BY_EVENTS = "timers.quiet=10d";

    public Course {
        routerJvm = List.copyOf(routerJvm);
        routerSet = List.copyOf(routerSet);
    }

    /**
     * One start of a program.
     *
     * @param application Kafka's name for it, used by nothing else
     * @param prefix of the topics
     * @param live whether events happen now, so that the router's timers keep the product's default
     */
    record Start(Variant variant, String application, String prefix, int commitMs, String profile, boolean live) {}

    ChildJvm start(Start start) {
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + heap));
        if (!start.variant().isDefault()) {
            jvm.add("-XX:+UseParallelGC");
        }
        jvm.add("-Dbaton.log.kafka.level=ERROR");
        jvm.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baton.event,io.baton.state,io.baton.bench.idiomatic");
        List<String> arguments = new ArrayList<>(List.of(start.variant().program()));
        if (start.variant().isRouter()) {
            jvm.addAll(routerJvm);
            arguments.addAll(router(start));
        } else {
            others(start).forEach((key, value) -> arguments.add(key + "=" + value));
        }
        return ChildJvm.start(start.application(), cluster.folder(), jvm, arguments);
    }

    private List<String> router(Start start) {
        String chosen = start.variant() == Variant.ROUTER_ROCKSDB ? "rocksdb" : store;
        List<String> settings = new ArrayList<>(Tuning.forRouter(start.profile(), start.commitMs(), chosen));
        settings.add("kafka.bootstrap.servers=" + cluster.bootstrapServers());
        settings.add("kafka.application.id=" + start.application());
        settings.add("registry.url=" + cluster.registryUrl());
        settings.add("topics.prefix=" + start.prefix());
        settings.add("state.dir=" + stateFolder(start));
        if (!start.live()) {
            settings.add(TIMERS_BY_EVENTS);
        }
        settings.addAll(routerSet);
        List<String> arguments = new ArrayList<>(List.of("run"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    private Map<String, String> others(Start start) {
        Map<String, String> settings = new java.util.TreeMap<>();
        if (!start.variant().isDefault()) {
            settings.putAll(Tuning.forOthers(start.profile(), start.commitMs()));
        }
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("application.id", start.application());
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("commit.interval.ms", Integer.toString(start.commitMs()));
        settings.put("state.dir", stateFolder(start));
        settings.put("consumer.auto.offset.reset", "earliest");
        settings.put("schema.registry.url", cluster.registryUrl());
        settings.put("bench.prefix", start.prefix());
        return settings;
    }

    private String stateFolder(Start start) {
        return cluster.folder().resolve("state-" + start.application()).toString();
    }

    /** The topic that the events of a prefix are in. */
    static String events(String prefix) {
        return new Topics(prefix).conversationEvents();
    }
}
