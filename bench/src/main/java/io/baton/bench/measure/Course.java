// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.FlinkModule;
import io.baton.bench.cluster.Internals;
import io.baton.names.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** Timers never go by the wall clock: an event is as old as the generator says. */
    private static final String TIMERS_BY_EVENTS = "timers.quiet=10d";

    private static final int MOST_INSTANCES = 2;

    /** What differs from run to run, or only says where things are. */
    private static final List<String> OWN = List.of(
            "kafka.bootstrap.servers",
            "kafka.application.id",
            "registry.url",
            "topics.prefix",
            "state.dir",
            "policy.file",
            "bootstrap.servers",
            "application.id",
            "schema.registry.url",
            "bench.prefix");

    static final String PROFILE = "throughput";

    public Course {
        routerJvm = List.copyOf(routerJvm);
        routerSet = List.copyOf(routerSet);
    }

    /** The same with one more setting of the router, {@code key=value}. */
    public Course withRouterSetting(String setting) {
        List<String> settings = new ArrayList<>(routerSet);
        settings.add(setting);
        return new Course(cluster, partitions, heap, routerJvm, settings, store);
    }

    /** The same with another heap. */
    public Course withHeap(String other) {
        return new Course(cluster, partitions, other, routerJvm, routerSet, store);
    }

    /**
     * One start of a program.
     *
     * @param application Kafka's name for it, used by nothing else
     * @param prefix of the topics
     * @param live whether events happen now, so that the router's timers keep the product's default
     */
    public record Start(
            Variant variant, String application, String prefix, int commitMs, String profile, boolean live) {}

    /**
     * Starts it.
     *
     * @param instance from 0, where several processes share the work
     */
    public ChildJvm start(Start start, int instance) {
        List<String> jvm = jvm(start.variant());
        jvm.add("-Dbaton.log.kafka.level=ERROR");
        jvm.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baton.event,io.baton.state,io.baton.bench.idiomatic");
        List<String> arguments = new ArrayList<>(List.of(start.variant().program()));
        if (start.variant().isRouter()) {
            arguments.addAll(router(start, instance));
        } else {
            others(start).forEach((key, value) -> arguments.add(key + "=" + value));
        }
        List<Path> jars = start.variant().isFlink() ? FlinkModule.jars() : List.of();
        return ChildJvm.start(start.application() + "-" + instance, cluster.folder(), jvm, jars, arguments);
    }

    private List<String> jvm(Variant variant) {
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + heap));
        if (!variant.isDefault()) {
            jvm.addAll(Tuning.jvm());
        }
        if (variant.isRouter()) {
            jvm.addAll(routerJvm);
        } else if (variant.isFlink()) {
            jvm.addAll(FlinkModule.jvm());
        }
        return jvm;
    }

    private List<String> router(Start start, int instance) {
        String chosen = start.variant() == Variant.ROUTER_ROCKSDB ? "rocksdb" : store;
        List<String> settings = new ArrayList<>(Tuning.forRouter(start.profile(), start.commitMs(), chosen));
        settings.add("kafka.bootstrap.servers=" + cluster.bootstrapServers());
        settings.add("kafka.application.id=" + start.application());
        settings.add("registry.url=" + cluster.registryUrl());
        settings.add("topics.prefix=" + start.prefix());
        settings.add("state.dir=" + stateFolder(start.application(), instance));
        if (start.variant() == Variant.ROUTER_POLICY) {
            settings.add("policy.file=" + largePolicy());
        }
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
        Map<String, String> settings = new TreeMap<>();
        if (!start.variant().isDefault()) {
            settings.putAll(Tuning.forOthers(start.profile(), start.commitMs()));
        }
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("application.id", start.application());
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("commit.interval.ms", Integer.toString(start.commitMs()));
        settings.put("state.dir", stateFolder(start.application(), 0).toString());
        settings.put("consumer.auto.offset.reset", "earliest");
        settings.put("schema.registry.url", cluster.registryUrl());
        settings.put("bench.prefix", start.prefix());
        if (start.variant().isFlink()) {
            settings.put("bench.transcript", Boolean.toString(start.variant() == Variant.FLINK_TRANSCRIPT));
        }
        return settings;
    }

    private Path largePolicy() {
        try {
            return Files.writeString(cluster.folder().resolve("large-policy.yaml"), LargePolicy.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the state of an instance lies, if on disk. */
    Path stateFolder(String application, int instance) {
        return cluster.folder().resolve("state-" + application + "-" + instance);
    }

    /** Removes what an application has left behind, with all topics below its prefix. */
    public void cleanUp(String application, String prefix) throws InterruptedException {
        Internals.delete(cluster.admin(), prefix);
        for (int instance = 0; instance < MOST_INSTANCES; instance++) {
            Cluster.delete(stateFolder(application, instance));
        }
    }

    /**
     * Settings of a variant as they are handed over, without addresses and names of this bench.
     */
    public List<String> settings(Variant variant, int commitMs) {
        Start start = new Start(variant, "", "", commitMs, PROFILE, false);
        List<String> shown = new ArrayList<>(jvm(variant));
        List<String> own = variant.isRouter()
                ? router(start, 0)
                : others(start).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList();
        for (String setting : own) {
            if (setting.contains("=") && OWN.stream().noneMatch(setting::startsWith)) {
                shown.add(setting);
            }
        }
        return shown;
    }

    /** The topic that the events of a prefix are in. */
    public static String events(String prefix) {
        return new Topics(prefix).conversationEvents();
    }
}
