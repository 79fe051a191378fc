// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.config.HttpLayout;
import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import io.baton.edge.http.Console;
import io.baton.lab.Feed;
import io.baton.lab.LocalCluster;
import io.baton.lab.Output;
import io.baton.lab.Tally;
import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.runtime.ChosenPolicy;
import io.baton.runtime.RouterProcess;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.streams.Topology;

/** Everything on this machine: broker, registry, a live router, conversations in fast motion, and what comes of them. */
public final class Demo {

    private static final int PARTITIONS = 2;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration RUNNING_WITHIN = Duration.ofSeconds(60);
    /** Real time that an event may be on its way; timers of a quiet partition wait as long, times the speed. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    /**
     * How to run it.
     *
     * @param speed 1 to 1000 times as fast as it happened
     * @param length real time after which it ends by itself; empty = when it is stopped
     * @param kafkaPort 0 for a free port
     * @param port port of the console on 127.0.0.1; 0 for a free one
     */
    public record Options(int speed, Optional<Duration> length, int kafkaPort, int port, ChosenPolicy policy) {}

    private final Options options;
    private final Consumer<String> say;
    private final AtomicBoolean stop = new AtomicBoolean();

    /** @param say takes one line for the screen */
    public Demo(Options options, Consumer<String> say) {
        this.options = options;
        this.say = say;
    }

    /** Ends it within a second or two, with its summary; from any thread. */
    public void stop() {
        stop.set(true);
    }

    /**
     * Runs until the time is over or {@link #stop}.
     *
     * @throws IllegalStateException when the router stopped by itself
     */
    public void run() throws InterruptedException {
        say.accept("Starting a Kafka broker, a schema registry and the router on this machine ...");
        try (LocalCluster cluster = LocalCluster.start(options.kafkaPort())) {
            Collection<String> queues = options.policy().ruleset().queues().keySet();
            RouterConfig config = cluster.config(
                            PARTITIONS,
                            StoreLayout.PACKED,
                            Profile.THROUGHPUT,
                            false,
                            Map.of("num.stream.threads", "1"))
                    .withHttp(HttpLayout.loopback(options.port()));
            Topics topics = config.topics().names();
            cluster.createTopics(config, queues);
            ScaledClock clock = new ScaledClock(options.speed());
            try (Feed feed = new Feed(cluster, topics);
                    Watch watch = new Watch(
                            cluster, Output.all(topics, queues, cluster.registrySettings()), options.speed(), say)) {
                feed.publish(
                        options.policy().ruleset(),
                        options.policy().document(),
                        clock.getAsLong(),
                        cluster.registrySettings());
                feed.flush();
                Wiring wiring = wiring(config, clock);
                Topology topology = RouterTopology.build(wiring);
                try (RouterProcess process = RouterProcess.start(topology, config);
                        Console console = Console.start(new Console.Shown(
                                config, topology, process, wiring.rulebook(), clock, Banner.MADE_UP))) {
                    process.awaitRunning(RUNNING_WITHIN);
                    perform(cluster, config, feed, watch, process, clock, console);
                }
                watch.look(LOOK, clock);
                end(watch.tally());
            }
        }
    }

    private Wiring wiring(RouterConfig config, ScaledClock clock) {
        Clockwork clockwork =
                new Clockwork(TimeMode.LIVE, clock, Duration.ofMillis(250), ON_THE_WAY.multipliedBy(options.speed()));
        return new Wiring(
                config.topics().names(),
                PARTITIONS,
                StoreLayout.PACKED,
                false,
                clockwork,
                new Rulebook(
                        options.policy().ruleset(),
                        options.policy().models(),
                        options.policy().document()),
                config.registry());
    }

    private void perform(
            LocalCluster cluster,
            RouterConfig config,
            Feed feed,
            Watch watch,
            RouterProcess process,
            ScaledClock clock,
            Console console) {
        Script script = Script.bundled();
        Banner.lines(options, script.conversations(), cluster, config, console.address())
                .forEach(say);
        long endAt = System.nanoTime() + options.length().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
        Stage stage = new Stage(feed, clock);
        stage.play(script.from(clock.go()));
        boolean told = false;
        while (!stop.get() && System.nanoTime() < endAt) {
            watch.look(LOOK, clock);
            if (process.failure().isPresent()) {
                throw new IllegalStateException(
                        "the router stopped: " + process.failure().get());
            }
            if (stage.isPlayed() && !told) {
                told = true;
                say.accept("All conversations have been played; the router goes on, your own events are welcome."
                        + " Ctrl-C ends it.");
            }
        }
        stage.stop();
    }

    private void end(Tally tally) {
        say.accept("");
        say.accept("The demo is over. What the router did:");
        tally.lines().forEach(say);
    }
}
