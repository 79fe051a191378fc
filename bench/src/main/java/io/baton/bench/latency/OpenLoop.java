// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Progress;
import io.baton.bench.measure.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Escalations under a steady load, open loop: when an event should be sent depends on the clock alone, and its time counts from
 * then, so that a stall is felt by everything that should have been sent meanwhile.
 */
public final class OpenLoop {

    private static final Duration RUNNING_WITHIN = Duration.ofSeconds(90);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final long LEAD_NANOS = 300_000_000;
    private static final Duration CATCH_UP_WITHIN = Duration.ofSeconds(20);
    /** From the last commit until the last escalation has come by: fetching and nothing else. */
    private static final long SETTLE_MS = 1_000;

    /** A conversation has an event every half second, so that it is over within the time of a measurement. */
    private static final long EVENTS_A_SECOND_EACH = 2;

    private final Course course;
    private final long seed;
    private final long rate;

    /** @param rate events a second */
    public OpenLoop(Course course, long seed, long rate) {
        this.course = course;
        this.seed = seed;
        this.rate = rate;
    }

    /**
     * What a measurement gave.
     *
     * @param heapBytes heap in use at the end
     * @param conversations how many the router had seen by then
     */
    public record Result(Latency latency, long heapBytes, long conversations) {}

    /**
     * Measures one profile.
     *
     * @param profile the product's name for it
     * @param warmUp seconds that do not count
     * @param counted seconds that do
     */
    public Result measure(String profile, int commitMs, int warmUp, int counted) throws InterruptedException {
        return measure("latency-" + profile + ".", profile, commitMs, warmUp, counted, false);
    }

    /** Measures an even load and one of which half is on one customer. */
    public HotKey hotKey(String profile, int commitMs, int warmUp, int counted) throws InterruptedException {
        return new HotKey(
                measure("latency-even.", profile, commitMs, warmUp, counted, false)
                        .latency(),
                measure("latency-hot.", profile, commitMs, warmUp, counted, true)
                        .latency());
    }

    private Result measure(String prefix, String profile, int commitMs, int warmUp, int counted, boolean hot)
            throws InterruptedException {
        String application = prefix + "router-" + commitMs;
        course.cluster().createTopics(prefix, course.partitions(), true);
        try (ChildJvm router =
                course.start(new Course.Start(Variant.ROUTER_GIVEN, application, prefix, commitMs, profile, true), 0)) {
            router.await("running", RUNNING_WITHIN);
            Arrivals arrivals = new Arrivals(course.cluster(), prefix, course.partitions());
            Thread desk = new Thread(arrivals, "desk");
            desk.setDaemon(true);
            desk.start();
            long count = (warmUp + counted) * rate;
            int open = (int) Math.max(1, rate / EVENTS_A_SECOND_EACH);
            Generator events = new Generator(
                    Flavour.GIVEN, seed, open, new Generator.Pace(System.currentTimeMillis(), 1_000_000_000L / rate));
            if (hot) {
                events.withHotKey();
            }
            Sender sender = new Sender(course.cluster(), prefix, events, rate);
            long begin = System.nanoTime() + LEAD_NANOS;
            long warm = warmUp * rate;
            sender.send(begin, 0, warm);
            long jit = router.jitNanos();
            long cpu = router.cpuNanos();
            double late = sender.send(begin, warm, count);
            long behind =
                    new Progress(course.cluster(), application).behind(Course.events(prefix), count, CATCH_UP_WITHIN);
            double jitShare = (double) (router.jitNanos() - jit) / Math.max(1, router.cpuNanos() - cpu);
            Thread.sleep(SETTLE_MS);
            arrivals.end();
            desk.join();
            long heap = Long.parseLong(router.ask("heap", ANSWER_WITHIN));
            List<Double> millis = millis(arrivals.seen(), sender, begin, warm);
            return new Result(Latency.of(commitMs, rate, millis, behind, late, jitShare), heap, events.conversations());
        } finally {
            course.cleanUp(application, prefix);
        }
    }

    private static List<Double> millis(List<Arrivals.Arrival> seen, Sender sender, long begin, long first) {
        List<Double> millis = new ArrayList<>();
        for (Arrivals.Arrival arrival : seen) {
            if (arrival.index() >= first && !arrival.hot()) {
                millis.add((arrival.nanos() - sender.due(begin, arrival.index())) / 1e6);
            }
        }
        return millis;
    }
}
