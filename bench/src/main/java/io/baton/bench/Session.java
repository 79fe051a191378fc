// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Options.Part;
import io.baton.bench.cluster.Cluster;
import io.baton.bench.figures.FigureLoad;
import io.baton.bench.figures.FigureSize;
import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.latency.ConsoleLoad;
import io.baton.bench.latency.HotKey;
import io.baton.bench.latency.Latency;
import io.baton.bench.latency.OpenLoop;
import io.baton.bench.measure.Cost;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Ended;
import io.baton.bench.measure.Group;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Instances;
import io.baton.bench.measure.Plan;
import io.baton.bench.measure.Restart;
import io.baton.bench.measure.Rounds;
import io.baton.bench.measure.StateSize;
import io.baton.bench.measure.Tuning;
import io.baton.bench.measure.Variant;
import io.baton.bench.report.Findings;
import io.baton.bench.report.Machine;
import io.baton.bench.report.Screen;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One bench from the first process to the last, in the order in which it is told. */
final class Session {

    /** With the options that all tuned programs have: with Java's own, its compilers took more than its work. */
    private static final List<String> BROKER_JVM = Stream.concat(
                    Stream.of("-Xms1g", "-Xmx1g", "-Dbaton.log.kafka.level=ERROR"), Tuning.jvm().stream())
            .toList();

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
     * @throws DisagreementException where programs differ in what they wrote
     */
    Findings run() throws InterruptedException, IOException {
        if (machine.isBusy()) {
            screen.say(String.format(
                    Locale.ROOT, "baton: this machine is not idle (load %.2f); figures will vary", machine.load()));
        }
        screen.step("starting a broker");
        try (Cluster cluster = Cluster.start(BROKER_JVM)) {
            Course course = course(cluster);
            Rounds rounds = new Rounds(course, options.warmUpSeconds(), screen);
            Restart restart = ordinary(rounds);
            Map<String, OpenLoop.Result> steady = steady(course);
            HotKey hotKey = hotKey(course);
            ConsoleCost console = console(course);
            FigureSize figures = figures(course);
            Growth growth = others(rounds);
            return new Findings(
                    machine,
                    asked,
                    settings(course),
                    options.plan(),
                    rounds.fed(),
                    rounds.runs(),
                    rounds.ended(),
                    rounds.idle(),
                    rounds.verification().evidence(),
                    latencies(steady),
                    state(rounds.ended(), steady.get("throughput"), growth),
                    restart,
                    growth,
                    Cost.of(rounds.runs()),
                    hotKey,
                    console,
                    figures,
                    instances(rounds));
        } finally {
            screen.end();
        }
    }

    private Course course(Cluster cluster) {
        return new Course(
                cluster,
                options.partitions(),
                options.plan().heap(),
                options.routerJvm(),
                options.routerSet(),
                Tuning.store(options.store()));
    }

    private @Nullable Restart ordinary(Rounds rounds) throws InterruptedException, IOException {
        Restart restart = null;
        int times = options.parts().contains(Part.RESTORE) ? options.restarts() : 0;
        for (Group group : options.plan().groups()) {
            Restart found = run(rounds, group, restart == null ? times : 0);
            restart = restart == null ? found : restart;
        }
        return restart;
    }

    private @Nullable Growth others(Rounds rounds) throws InterruptedException, IOException {
        for (Group group : options.plan().cases()) {
            run(rounds, group, 0);
        }
        for (Group group : options.plan().flink()) {
            run(rounds, group, 0);
        }
        if (!options.parts().contains(Part.GROWTH)) {
            return null;
        }
        run(rounds, Growth.group(options.plan(), options.growthOpen(), options.growthHeap()), 0);
        return Growth.of(rounds.runs(), rounds.ended());
    }

    private static @Nullable Restart run(Rounds rounds, Group group, int restarts)
            throws InterruptedException, IOException {
        Restart restart = rounds.run(group, restarts);
        List<String> differences = rounds.verification().differences();
        if (!differences.isEmpty()) {
            throw new DisagreementException(differences);
        }
        return restart;
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
        step("latency, profile " + profile, load);
        return new OpenLoop(course, options.plan().seed(), load.rate())
                .measure(profile, commitMs, load.warmUp(), load.counted());
    }

    private @Nullable HotKey hotKey(Course course) throws InterruptedException {
        if (!options.parts().contains(Part.HOTKEY)) {
            return null;
        }
        Options.Steady load = options.hotKey();
        step("latency, even and with half of it on one customer", load);
        return new OpenLoop(course, options.plan().seed(), load.rate())
                .hotKey("throughput", THROUGHPUT_COMMIT_MS, load.warmUp(), load.counted());
    }

    private @Nullable ConsoleCost console(Course course) throws InterruptedException, IOException {
        if (!options.parts().contains(Part.CONSOLE)) {
            return null;
        }
        Options.Rate load = options.console();
        screen.step(String.format(
                Locale.ROOT, "console, by turns with 200 viewers and without: %,d events/s", load.rate()));
        return new ConsoleLoad(course, options.plan().seed(), load.rate())
                .measure(new ConsoleLoad.Span(options.warmUpSeconds(), load.rounds(), load.sliceMillis()));
    }

    private @Nullable FigureSize figures(Course course) throws InterruptedException {
        if (!options.parts().contains(Part.METRICS)) {
            return null;
        }
        int minutes = options.figureMinutes();
        screen.step("figures, the load of a day of 10,000,000 turns for " + (minutes + 1) + " minutes");
        return new FigureLoad(course, options.plan().seed()).measure(1, minutes);
    }

    private void step(String what, Options.Steady load) {
        screen.step(String.format(
                Locale.ROOT, "%s: %,d events/s for %d s", what, load.rate(), load.warmUp() + load.counted()));
    }

    private @Nullable Instances instances(Rounds rounds) {
        return options.plan().variants().contains(Variant.ROUTER_TWO) ? Instances.of(rounds.runs()) : null;
    }

    private Map<String, List<String>> settings(Course course) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        Plan plan = options.plan();
        Set<Variant> variants = new TreeSet<>(plan.variants());
        plan.flink().forEach(group -> group.members().forEach(member -> variants.add(member.variant())));
        for (Variant variant : variants) {
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

    private static StateSize state(List<Ended> ended, OpenLoop.@Nullable Result steady, @Nullable Growth growth) {
        StateSize.Point small = steady == null ? null : new StateSize.Point(steady.heapBytes(), steady.conversations());
        return StateSize.of(ended, small, growth);
    }
}
