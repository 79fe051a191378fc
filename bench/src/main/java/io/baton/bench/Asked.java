// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Options.Steady;
import io.baton.bench.events.EventFile;
import io.baton.bench.events.Flavour;
import io.baton.bench.measure.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be asked of a bench on the command line. */
final class Asked {

    private static final int PARTITIONS = 6;
    private static final long CONSOLE_RATE = 5_000;
    private static final int FIGURE_MINUTES = 4;

    @Option(
            names = "--quick",
            description = "Four programs, three rounds of short slices, at one commit interval, with latency at a fifth"
                    + " of the rate and one restart.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WHAT",
            description = "Only these variants, and these of: latency, restore, growth, policy, refused, hotkey,"
                    + " instances, console, metrics, flink.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; 5, with --quick 3.")
    private @Nullable Integer rounds;

    @Option(
            names = "--commit",
            split = ",",
            paramLabel = "MS",
            description = "Commit intervals; 100,1000, with --quick 100.")
    private List<Integer> commits = new ArrayList<>();

    @Option(
            names = "--events-count",
            paramLabel = "N",
            description =
                    "Events of a slice; 60000, with --quick 30000. Pass-through and floor get four times as many.")
    private @Nullable Long events;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "Longest warm-up of a program, if its compilers are not quiet before; 240, with --quick 45.")
    private @Nullable Integer warmUp;

    @Option(
            names = "--open",
            paramLabel = "N",
            description = "Conversations open at a time; 50000, with --quick 20000.")
    private @Nullable Integer open;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Events of this file (.jsonl or .jsonl.gz, CloudEvents) instead of generated ones.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the generator; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "2g",
            description = "Heap of each program; ${DEFAULT-VALUE}. Up to six run at a time.")
    private String heap = "";

    @Option(
            names = "--growth-heap",
            paramLabel = "SIZE",
            defaultValue = "7g",
            description = "Heap of the two routers while sizes are compared; ${DEFAULT-VALUE}.")
    private String growthHeap = "";

    @Option(
            names = "--growth-open",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Open conversations that are held against a fortieth of them; ${DEFAULT-VALUE}.")
    private int growthOpen;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second while latency is measured; 10000, with --quick 2000. Half of it for"
                    + " hotkey. For console 5000.")
    private @Nullable Long rate;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            description = "Store of the router but for routerRocksdb; the fastest there is.")
    private @Nullable String store;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of `baton run`, for the router only.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--router-jvm",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "Options of the virtual machine, for the router only.")
    private String routerJvm = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** What they amount to, with the defaults of a full or a quick bench. */
    Options options() throws IOException {
        Chosen chosen = only.isEmpty() ? Chosen.standard(quick) : Chosen.of(only, spec.commandLine());
        int slices = rounds == null ? (quick ? 3 : 5) : positive("--rounds", rounds);
        Plan plan = new Plan(
                chosen.variants(),
                commits.isEmpty() ? (quick ? List.of(100) : List.of(100, 1000)) : List.copyOf(commits),
                slices,
                slice(slices),
                file,
                seed,
                open == null ? (quick ? 20_000 : 50_000) : positive("--open", open),
                heap);
        long steady = rate == null ? (quick ? 2_000 : 10_000) : positive("--rate", rate);
        return new Options(
                plan,
                PARTITIONS,
                warmUp == null ? (quick ? 45 : 240) : positive("--warm-up", warmUp),
                chosen.parts(),
                quick ? new Steady(steady, 15, 8) : new Steady(steady, 60, 30),
                quick ? new Steady(half(steady), 6, 8) : new Steady(half(steady), 60, 30),
                console(),
                FIGURE_MINUTES,
                quick ? 1 : 3,
                positive("--growth-open", growthOpen),
                growthHeap,
                store,
                routerJvm.isBlank() ? List.of() : List.of(routerJvm.strip().split(" +", -1)),
                List.copyOf(set));
    }

    private Options.Rate console() {
        long steady = rate == null ? CONSOLE_RATE : positive("--rate", rate);
        return quick ? new Options.Rate(steady, 12, 2_000) : new Options.Rate(steady, 24, 4_000);
    }

    /** Events of a slice; a file must last for all of them, those of the shortest warm-up included. */
    private long slice(int slices) throws IOException {
        long wanted = events == null ? (quick ? 30_000 : 60_000) : positive("--events-count", events);
        if (file == null) {
            return wanted;
        }
        long most = EventFile.read(file, Flavour.GIVEN).left() / (Flavour.values().length * (slices + 1L));
        return Math.max(1, Math.min(wanted, most));
    }

    private static long half(long rate) {
        return Math.max(1, rate / 2);
    }

    private <N extends Number> N positive(String option, N value) {
        if (value.longValue() < 1) {
            throw new ParameterException(spec.commandLine(), option + ": must be 1 or more (was " + value + ")");
        }
        return value;
    }

    /** The same for a report. */
    Map<String, String> asked(Options options) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("quick", Boolean.toString(quick));
        asked.put("events", file == null ? "generated, seed " + seed : String.valueOf(file));
        asked.put("eventsOfASlice", Long.toString(options.plan().slice()));
        asked.put("open", Integer.toString(options.plan().open()));
        asked.put("partitions", Integer.toString(options.partitions()));
        asked.put("rounds", Integer.toString(options.plan().rounds()));
        asked.put("longestWarmUpSeconds", String.format(Locale.ROOT, "%.0f", options.warmUpSeconds()));
        asked.put("heap", options.plan().heap());
        asked.put("growthHeap", options.growthHeap());
        return asked;
    }
}
