// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.events.Waiting;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Progress;
import io.baton.bench.measure.Statistics;
import io.baton.bench.measure.Variant;
import io.baton.bench.measure.Warmth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A router under a steady load, by turns with people at its console and without. */
public final class ConsoleLoad {

    private static final int VIEWERS = 200;
    private static final Duration RUNNING_WITHIN = Duration.ofMinutes(2);
    private static final int COMMIT_MS = 100;
    private static final int WARM_UP_SLICE_MS = 5_000;
    /** Streams that were closed are noticed, and the first thing each is told is sent, before a slice begins. */
    private static final long SETTLE_MS = 700;

    private static final int OPEN_ESCALATIONS = 1_000;
    private static final long WAITING_RATE = 1_500;
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(60);
    private static final int INBOXES = 20;

    private final Course course;
    private final long seed;
    private final long rate;
    private final String prefix = "console.";

    /** @param rate events a second */
    public ConsoleLoad(Course course, long seed, long rate) {
        this.course = course;
        this.seed = seed;
        this.rate = rate;
    }

    /**
     * How long.
     *
     * @param warmUpSeconds longest warm-up, if the router's compilers are not quiet before
     * @param rounds each with a slice without viewers and one with them, by turns in the other order
     * @param sliceMillis length of a slice
     */
    public record Span(double warmUpSeconds, int rounds, int sliceMillis) {}

    /** Measures; questions are asked for as long as the rounds took, and the later half of them counts. */
    public ConsoleCost measure(Span span) throws InterruptedException, IOException {
        String application = prefix + "router";
        int port = freePort();
        course.cluster().createTopics(prefix, course.partitions(), true);
        Course withConsole = course.withRouterSetting("http.port=" + port);
        Progress progress = new Progress(course.cluster(), application);
        try (ChildJvm router = withConsole.start(
                        new Course.Start(Variant.ROUTER_GIVEN, application, prefix, COMMIT_MS, "throughput", true), 0);
                Onlookers people = new Onlookers(port)) {
            router.await("running", RUNNING_WITHIN);
            try (SteadyLoad load = new SteadyLoad(router, new Sender(course.cluster(), prefix, events(), rate))) {
                return measure(span, load, people, progress);
            }
        } finally {
            course.cleanUp(application, prefix);
        }
    }

    private ConsoleCost measure(Span span, SteadyLoad load, Onlookers people, Progress progress)
            throws InterruptedException, IOException {
        AtomicBoolean warm = new AtomicBoolean();
        CompletableFuture<List<Double>> before = asking(people, warm);
        Warmth warmth = warmUp(span, load, people);
        warm.set(true);
        int unasked = before.join().size();
        List<SteadyLoad.Stretch> alone = new ArrayList<>();
        List<SteadyLoad.Stretch> watched = new ArrayList<>();
        long began = System.nanoTime();
        for (int round = 0; round < span.rounds(); round++) {
            boolean watchedFirst = round % 2 == 1;
            slice(watchedFirst, span, load, people, watchedFirst ? watched : alone);
            slice(!watchedFirst, span, load, people, watchedFirst ? alone : watched);
        }
        long took = System.nanoTime() - began;
        long behind = Math.max(0, progress.behind(Course.events(prefix), load.sent(), Duration.ZERO));
        long until = System.nanoTime() + took;
        List<Double> millis = people.ask(() -> System.nanoTime() > until);
        return new ConsoleCost(
                sent(alone, watched, span),
                VIEWERS,
                warmth,
                micros(alone),
                micros(watched),
                compiling(alone, watched),
                behind,
                ConsoleCost.Questions.of(unasked, millis),
                ConsoleCost.Inbox.of(inboxes(people)));
    }

    /** All that is measured later is done, by turns, until the compilers are quiet. */
    private static Warmth warmUp(Span span, SteadyLoad load, Onlookers people) throws InterruptedException {
        Warmth warmth = new Warmth(0, 0, 1);
        while (!warmth.isWarm() && warmth.seconds() < span.warmUpSeconds()) {
            people.look(warmth.slices() % 2 == 0 ? VIEWERS : 0);
            double share = load.over(WARM_UP_SLICE_MS).jitShare();
            people.lookAway();
            warmth = new Warmth(warmth.slices() + 1, warmth.seconds() + WARM_UP_SLICE_MS / 1e3, share);
        }
        return warmth;
    }

    private static void slice(boolean look, Span span, SteadyLoad load, Onlookers people, List<SteadyLoad.Stretch> into)
            throws InterruptedException {
        people.look(look ? VIEWERS : 0);
        Thread.sleep(SETTLE_MS);
        into.add(load.over(span.sliceMillis()));
        people.lookAway();
    }

    private static CompletableFuture<List<Double>> asking(Onlookers people, AtomicBoolean enough) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return people.ask(enough::get);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return List.of();
                    }
                },
                task -> new Thread(task, "questions").start());
    }

    /**
     * Lets a thousand customers ask for a human whom nobody takes, and reads the inbox once they are all there; how many it holds is in
     * what is told.
     */
    private List<Onlookers.Inbox> inboxes(Onlookers people) throws IOException, InterruptedException {
        Sender waiting =
                new Sender(course.cluster(), prefix, new Waiting(seed, System::currentTimeMillis), WAITING_RATE);
        waiting.send(System.nanoTime(), 0, (long) OPEN_ESCALATIONS * Waiting.EVENTS_EACH);
        long end = System.nanoTime() + OPEN_WITHIN.toNanos();
        while (people.inbox().open() < OPEN_ESCALATIONS && System.nanoTime() < end) {
            Thread.sleep(SETTLE_MS);
        }
        List<Onlookers.Inbox> seen = new ArrayList<>();
        for (int i = 0; i < INBOXES; i++) {
            seen.add(people.inbox());
            Thread.sleep(SETTLE_MS / 4);
        }
        return seen;
    }

    private Generator events() {
        Generator.Pace pace = new Generator.Pace(System.currentTimeMillis(), 1_000_000_000L / rate);
        return new Generator(Flavour.GIVEN, seed, (int) Math.max(1, rate / 2), pace);
    }

    private static long sent(List<SteadyLoad.Stretch> alone, List<SteadyLoad.Stretch> watched, Span span) {
        long events = 0;
        for (int i = 0; i < alone.size(); i++) {
            events += alone.get(i).events() + watched.get(i).events();
        }
        return Math.round(events * 1e3 / (2.0 * alone.size() * span.sliceMillis()));
    }

    private static List<Double> micros(List<SteadyLoad.Stretch> stretches) {
        return stretches.stream().map(SteadyLoad.Stretch::micros).toList();
    }

    private static double compiling(List<SteadyLoad.Stretch> alone, List<SteadyLoad.Stretch> watched) {
        List<Double> shares = new ArrayList<>();
        alone.forEach(one -> shares.add(one.jitShare()));
        watched.forEach(one -> shares.add(one.jitShare()));
        return Statistics.median(shares);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
