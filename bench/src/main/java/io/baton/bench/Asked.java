// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Options.Part;
import io.baton.bench.measure.Growth;
import io.baton.bench.measure.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be asked of a bench on the command line. */
final class Asked {

    private static final int PARTITIONS = 6;
    private static final int GROWTH_ROUNDS = 3;

    @Option(names = "--quick", description = "Three rounds with fewer events, at one commit interval, without growth.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WHAT",
            description = "Only these variants, and these of: latency, restore, growth.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; 5, with --quick 3.")
    private @Nullable Integer rounds;

    @Option(
            names = "--commit",
            split = ",",
            paramLabel = "MS",
            description = "Commit intervals; 100,1000, with --quick 100.")
    private List<Integer> commits = new ArrayList<>();

    @Option(names = "--events-count", paramLabel = "N", description = "Events; 1000000, with --quick 400000.")
    private @Nullable Long events;

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
            description = "Heap of each program; ${DEFAULT-VALUE}.")
    private String heap = "";

    @Option(
            names = "--growth-heap",
            paramLabel = "SIZE",
            defaultValue = "8g",
            description = "Heap of the router while sizes are compared; ${DEFAULT-VALUE}.")
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
            defaultValue = "10000",
            description = "Events a second while latency is measured; ${DEFAULT-VALUE}.")
    private long rate;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            description = "Store of routerGiven and routerText; the fastest there is.")
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
    Options options() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<Variant> variants = chosen(parts);
        int atLeast = rounds == null ? (quick ? 3 : 5) : positive("--rounds", rounds);
        return new Options(
                file,
                events == null ? (quick ? 400_000 : 1_000_000) : positive("--events-count", events),
                open == null ? (quick ? 20_000 : 50_000) : positive("--open", open),
                seed,
                PARTITIONS,
                quick ? 0.4 : 0.3,
                variants,
                atLeast,
                commits.isEmpty() ? (quick ? List.of(100) : List.of(100, 1000)) : List.copyOf(commits),
                quick ? 0.4 : 1,
                quick ? 1 : atLeast,
                parts,
                quick
                        ? new Options.Steady(positive("--rate", rate), 5, 8)
                        : new Options.Steady(positive("--rate", rate), 15, 30),
                quick ? 1 : 3,
                Growth.Sizes.of(positive("--growth-open", growthOpen), GROWTH_ROUNDS),
                heap,
                growthHeap,
                store,
                routerJvm.isBlank() ? List.of() : List.of(routerJvm.strip().split(" +", -1)),
                List.copyOf(set));
    }

    private List<Variant> chosen(Set<Part> parts) {
        List<Variant> variants = new ArrayList<>();
        if (only.isEmpty()) {
            parts.addAll(quick ? EnumSet.of(Part.LATENCY, Part.RESTORE) : EnumSet.allOf(Part.class));
            for (Variant variant : Variant.values()) {
                if (!quick || variant.isInQuick()) {
                    variants.add(variant);
                }
            }
        }
        for (String name : only) {
            part(name).ifPresentOrElse(parts::add, () -> variants.add(variant(name)));
        }
        if (parts.contains(Part.RESTORE) && !variants.contains(Variant.ROUTER_GIVEN)) {
            variants.add(Variant.ROUTER_GIVEN);
        }
        return variants;
    }

    private static Optional<Part> part(String name) {
        for (Part part : Part.values()) {
            if (part.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private Variant variant(String name) {
        return Variant.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--only: no variant " + name + "; there are " + Variant.names()
                                + ", latency, restore, growth"));
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
        asked.put("events", options.file() == null ? "generated, seed " + seed : String.valueOf(options.file()));
        asked.put("eventsCount", Long.toString(options.events()));
        asked.put("open", Integer.toString(options.open()));
        asked.put("partitions", Integer.toString(options.partitions()));
        asked.put("rounds", Integer.toString(options.rounds()));
        asked.put("warmUpShare", String.format(Locale.ROOT, "%.1f", options.warmUp()));
        asked.put("idiomaticShare", String.format(Locale.ROOT, "%.1f", options.idiomaticShare()));
        asked.put("heap", options.heap());
        asked.put("growthHeap", options.growthHeap());
        return asked;
    }
}
