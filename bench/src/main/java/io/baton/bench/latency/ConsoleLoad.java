// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Statistics;
import io.baton.bench.measure.Variant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A router under a steady load, by turns with people at its console and without. */
public final class ConsoleLoad {

    private static final int VIEWERS = 200;
    private static final int SLICES = 6;
    private static final long LEAD_NANOS = 300_000_000;
    private static final Duration RUNNING_WITHIN = Duration.ofMinutes(2);
    private static final int COMMIT_MS = 100;
    /** Streams are open, and the first thing each is told is sent, before a slice begins. */
    private static final long SETTLE_MS = 1_500;

    private final Course course;
    private final long seed;
    private final long rate;

    /** @param rate events a second */
    public ConsoleLoad(Course course, long seed, long rate) {
        this.course = course;
        this.seed = seed;
        this.rate = rate;
    }

    /**
     * Measures.
     *
     * @param warmUp seconds that do not count
     * @param counted seconds for slices with and without viewers, and as many again for questions
     */
    public ConsoleCost measure(int warmUp, int counted) throws InterruptedException, IOException {
        String prefix = "console.";
        String application = prefix + "router";
        int port = freePort();
        course.cluster().createTopics(prefix, course.partitions(), true);
        Course withConsole = course.withRouterSetting("http.port=" + port);
        try (ChildJvm router = withConsole.start(
                        new Course.Start(Variant.ROUTER_GIVEN, application, prefix, COMMIT_MS, "throughput", true), 0);
                Onlookers people = new Onlookers(port)) {
            router.await("running", RUNNING_WITHIN);
            Generator events = new Generator(
                    Flavour.GIVEN,
                    seed,
                    (int) Math.max(1, rate / 2),
                    new Generator.Pace(System.currentTimeMillis(), 1_000_000_000L / rate));
            Sender sender = new Sender(course.cluster(), prefix, events, rate);
            send(sender, warmUp * rate);
            List<Double> alone = new ArrayList<>();
            List<Double> watched = new ArrayList<>();
            long slice = Math.max(1, counted * rate / SLICES);
            for (int i = 0; i < SLICES; i++) {
                boolean look = i % 2 == 1;
                people.look(look ? VIEWERS : 0);
                Thread.sleep(SETTLE_MS);
                long cpu = router.cpuNanos();
                send(sender, slice);
                (look ? watched : alone).add((router.cpuNanos() - cpu) / 1e3 / slice);
                people.lookAway();
            }
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> send(sender, counted * rate));
            List<Double> millis = people.ask(load);
            double[] inbox = people.inbox();
            return new ConsoleCost(
                    rate,
                    VIEWERS,
                    alone,
                    watched,
                    millis.size(),
                    Statistics.percentile(millis, 0.50),
                    Statistics.percentile(millis, 0.99),
                    (int) inbox[0],
                    inbox[1]);
        } finally {
            course.cleanUp(application, prefix);
        }
    }

    /** Sends events at the rate from now on. */
    private static void send(Sender sender, long count) {
        sender.send(System.nanoTime() + LEAD_NANOS, 0, count);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
