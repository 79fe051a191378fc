// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Options.Part;
import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Preload;
import io.baton.bench.events.Flavour;
import io.baton.bench.gate.Verification;
import io.baton.bench.latency.Latency;
import io.baton.bench.latency.OpenLoop;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Plan;
import io.baton.bench.measure.Restart;
import io.baton.bench.measure.Rounds;
import io.baton.bench.measure.Run;
import io.baton.bench.measure.Runner;
import io.baton.bench.measure.StateSize;
import io.baton.bench.measure.Tuning;
import io.baton.bench.measure.Variant;
import io.baton.bench.report.Findings;
import io.baton.bench.report.Machine;
import io.baton.bench.report.Screen;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bench from the first process to the last, in the order in which it is told. */
final class Session {

    private static final List<String> BROKER_JVM =
            List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dbaton.log.kafka.level=ERROR");
    private static final int LATENCY_COMMIT_MS = 20;
    private static final int THROUGHPUT_COMMIT_MS = 100;

    private final Options options;
    private final Map<String, String> asked;
    private final Screen screen;
    private final Machine machine = Machine.now();

    /** @param asked the options as the report tells them */
    Session(Options options, Map<String, String> asked, Screen screen) {
        this.options = options;
        this.asked = asked;
        this.screen = screen;
    }

    /** Runs of which some did less, or more, than others with the same events; so no figure is told. */
    static final class DisagreementException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> differences;

        DisagreementException(List<String> differences) {
            super(String.join("; ", differences));
            this.differences = differences;
        }

        List<String> differences() {
            return differences;
        }
    }

    /**
     * Measures.
     *
     * @throws DisagreementException where runs differ in what they wrote
     */
    Findings run() throws InterruptedException, IOException {
        if (machine.isBusy()) {
            screen.say(String.format(
                    Locale.ROOT, "baton: this machine is not idle (load %.2f); figures will vary", machine.load()));
        }
        screen.step("starting a broker");
        try (Cluster cluster = Cluster.start(BROKER_JVM)) {
            Course course = course(cluster, options.heap());
            Map<Flavour, Preload> events = new Events(options, screen).write(cluster);
            Plan plan = plan(events);
            Rounds rounds = new Rounds(plan, new Runner(course, options.warmUp()));
            List<Run> runs = rounds(plan, rounds);
            require(rounds.verification());
            Restart restart = restart(course, plan);
            Map<String, OpenLoop.Result> steady = steady(course);
            Growth growth = growth(cluster);
            return new Findings(
                    machine,
                    asked,
                    settings(course, plan),
                    events,
                    plan,
                    runs,
                    rounds.verification().evidence(),
                    latencies(steady),
                    state(runs, events.get(Flavour.GIVEN), steady.get("throughput"), growth),
                    restart,
                    growth);
        } finally {
            screen.end();
        }
    }

    private Course course(Cluster cluster, String heap) {
        return new Course(
                cluster,
                options.partitions(),
                heap,
                options.routerJvm(),
                options.routerSet(),
                Tuning.store(options.store()));
    }

    private Plan plan(Map<Flavour, Preload> events) {
        Map<Flavour, Long> conversations = new EnumMap<>(Flavour.class);
        events.forEach((flavour, preload) -> conversations.put(flavour, preload.conversations()));
        return new Plan(
                options.variants(),
                options.commits(),
                options.rounds(),
                conversations,
                options.idiomaticShare(),
                options.rocksDbRounds());
    }

    private List<Run> rounds(Plan plan, Rounds rounds) throws InterruptedException {
        if (plan.variants().isEmpty()) {
            return List.of();
        }
        screen.step("warming up");
        int[] current = {0};
        return rounds.run((task, number, done, total) -> {
            if (current[0] != number) {
                current[0] = number;
                screen.step(String.format(
                        Locale.ROOT,
                        "run %d of %d: %s, commit %d ms",
                        number,
                        plan.size(),
                        task.variant().id(),
                        task.commitMs()));
            }
            screen.at(done, total);
        });
    }

    private @Nullable Restart restart(Course course, Plan plan) throws InterruptedException {
        if (!plan.variants().contains(Variant.ROUTER_GIVEN)) {
            return null;
        }
        int times = options.parts().contains(Part.RESTORE) ? options.restarts() : 0;
        if (times > 0) {
            screen.step("restoring a router");
        }
        Restart restart = Restart.measure(course, plan.kept(), times);
        return times == 0 ? null : restart;
    }

    private Map<String, OpenLoop.Result> steady(Course course) throws InterruptedException {
        Map<String, OpenLoop.Result> results = new LinkedHashMap<>();
        if (options.parts().contains(Part.LATENCY)) {
            results.put("throughput", steady(course, "throughput", THROUGHPUT_COMMIT_MS));
            results.put("latency", steady(course, "latency", LATENCY_COMMIT_MS));
        }
        return results;
    }

    private OpenLoop.Result steady(Course course, String profile, int commitMs) throws InterruptedException {
        Options.Steady load = options.latency();
        screen.step(String.format(
                Locale.ROOT,
                "latency, profile %s: %,d events/s for %d s",
                profile,
                load.rate(),
                load.warmUp() + load.counted()));
        return new OpenLoop(course, options.seed(), load.rate())
                .measure(profile, commitMs, load.warmUp(), load.counted());
    }

    private @Nullable Growth growth(Cluster cluster) throws InterruptedException {
        if (!options.parts().contains(Part.GROWTH)) {
            return null;
        }
        screen.step(String.format(
                Locale.ROOT,
                "growth: %,d against %,d open conversations",
                options.growth().few(),
                options.growth().many()));
        Verification verification = new Verification();
        Growth growth = Growth.measure(
                course(cluster, options.growthHeap()),
                options.growth(),
                options.seed(),
                options.commits().get(0),
                verification);
        require(verification);
        return growth;
    }

    private static void require(Verification verification) {
        List<String> differences = verification.differences();
        if (!differences.isEmpty()) {
            throw new DisagreementException(differences);
        }
    }

    private Map<String, List<String>> settings(Course course, Plan plan) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (Variant variant : plan.variants()) {
            settings.put(variant.id(), course.settings(variant, plan.commits().get(0)));
        }
        settings.put("broker", BROKER_JVM);
        return settings;
    }

    private static Map<String, Latency> latencies(Map<String, OpenLoop.Result> steady) {
        Map<String, Latency> latencies = new LinkedHashMap<>();
        steady.forEach((profile, result) -> latencies.put(profile, result.latency()));
        return latencies;
    }

    private static StateSize state(
            List<Run> runs, @Nullable Preload given, OpenLoop.@Nullable Result steady, @Nullable Growth growth) {
        long events = given == null ? 0 : given.events();
        long conversations = given == null ? 0 : given.conversations();
        StateSize.Point small = steady == null ? null : new StateSize.Point(steady.heapBytes(), steady.conversations());
        return StateSize.of(runs, events, conversations, small, growth);
    }
}
