// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import io.baton.intake.Intake;
import io.baton.lab.Feed;
import io.baton.lab.LocalCluster;
import io.baton.lab.Output;
import io.baton.lab.Recording;
import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.runtime.RouterProcess;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Recorded events through the router's own topology on a broker in this process, time taken from the events.
 *
 * <p>Everything is in the topics before the router starts, in the order of what the lines say; so the same lines give the same
 * bytes however they were shuffled, split over files or sent twice.
 */
public final class Replay {

    /** As many as there are threads: more would only be more transactions. */
    private static final int PARTITIONS = 2;
    /** Above this many lines state goes to disk; the result is the same. */
    private static final int MOST_IN_MEMORY = 250_000;

    private final Order order;
    private final Progress progress;
    private final IntFunction<StoreLayout> layout;
    private final UnaryOperator<RouterConfig> further;

    public Replay(Order order, Progress progress) {
        this(order, progress, lines -> lines <= MOST_IN_MEMORY ? StoreLayout.PACKED : StoreLayout.ROCKSDB);
    }

    Replay(Order order, Progress progress, IntFunction<StoreLayout> layout) {
        this(order, progress, layout, UnaryOperator.identity());
    }

    /**
     * One that is set otherwise.
     *
     * @param layout how state is kept, given the number of lines
     * @param further what to change of the configuration besides
     */
    Replay(Order order, Progress progress, IntFunction<StoreLayout> layout, UnaryOperator<RouterConfig> further) {
        this.further = further;
        this.order = order;
        this.progress = progress;
        this.layout = layout;
    }

    /**
     * Runs it and writes the files.
     *
     * @throws IOException when a file cannot be read or written
     * @throws IllegalStateException when the router stopped
     */
    public Report run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        CompletableFuture<LocalCluster> starting = CompletableFuture.supplyAsync(() -> LocalCluster.start(0));
        Recording recording;
        try {
            recording = order.exercise().into(Recording.read(order.files()));
        } catch (IOException e) {
            starting.thenAccept(LocalCluster::close).join();
            throw e;
        }
        try (LocalCluster cluster = started(starting)) {
            return run(recording, cluster, began);
        }
    }

    private static LocalCluster started(CompletableFuture<LocalCluster> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private Report run(Recording recording, LocalCluster cluster, long began) throws IOException, InterruptedException {
        Collection<String> queues = order.policy().ruleset().queues().keySet();
        RouterConfig config = config(cluster, layout.apply(recording.lines().size()));
        Topics topics = config.topics().names();
        cluster.createTopics(config, queues);
        Rulebook rulebook =
                new Rulebook(order.policy().ruleset(), order.policy().models());
        try (Feed feed = new Feed(cluster, topics)) {
            Loading loading = new Loading(feed, topics, PARTITIONS, new Intake(bytes -> null, rulebook::ruleset));
            feed.publish(
                    order.policy().ruleset(),
                    order.policy().document(),
                    Math.max(0, recording.start()),
                    cluster.registrySettings());
            long until = recording.end() + order.settle().toMillis();
            feed.report(Foresight.rushes(recording, until, order.policy().ruleset()), cluster.registrySettings());
            loading.load(recording, until);
            route(config, rulebook, cluster);
            Collecting collecting = new Collecting(cluster, loading);
            collecting.collect(
                    Output.all(topics, queues, cluster.registrySettings()).values(), order.out());
            return new Report(
                    recording,
                    collecting.tally(),
                    collecting.refused(),
                    order.out(),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void route(RouterConfig config, Rulebook rulebook, LocalCluster cluster) throws InterruptedException {
        Clockwork clockwork =
                new Clockwork(TimeMode.REPLAY, System::currentTimeMillis, Duration.ofSeconds(1), config.timersQuiet());
        Wiring wiring = new Wiring(
                config.topics().names(),
                PARTITIONS,
                config.state().layout(),
                config.allDecisions(),
                clockwork,
                rulebook,
                config.registry());
        try (RouterProcess process = RouterProcess.start(RouterTopology.build(wiring), config)) {
            new CatchUp(
                            cluster.admin(),
                            config.applicationId(),
                            config.topics().names().customerSide(),
                            progress)
                    .await(process);
        }
    }

    private RouterConfig config(LocalCluster cluster, StoreLayout layout) {
        return further.apply(cluster.config(
                PARTITIONS,
                layout,
                Profile.REPLAY,
                order.allDecisions(),
                Map.of("num.stream.threads", Integer.toString(PARTITIONS))));
    }
}
