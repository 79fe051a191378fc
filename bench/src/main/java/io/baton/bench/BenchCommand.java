// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Preload;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Runner;
import io.baton.bench.measure.Variant;
import io.baton.bench.measure.Window;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "baton bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--events-count", defaultValue = "1000000")
    private long events;

    @Option(names = "--open", defaultValue = "50000")
    private int open;

    @Option(names = "--rounds", defaultValue = "5")
    private int rounds;

    @Option(names = "--commit", defaultValue = "100")
    private int commit;

    @Option(names = "--only", defaultValue = "passthroughTuned,routerGiven,routerText")
    private String only = "";

    @Option(names = "--store", defaultValue = "memory")
    private String store = "";

    @Option(names = "--heap", defaultValue = "2g")
    private String heap = "";

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--router-jvm", defaultValue = "")
    private String routerJvm = "";

    @Option(names = "--set", arity = "1")
    private List<String> set = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        List<Variant> variants = new ArrayList<>();
        for (String name : only.split(",", -1)) {
            variants.add(Variant.of(name).orElseThrow(() -> new IllegalArgumentException(name)));
        }
        Set<Flavour> flavours = EnumSet.noneOf(Flavour.class);
        variants.forEach(variant -> flavours.add(variant.flavour()));
        try (Cluster cluster = Cluster.start(List.of("-Xmx1g", "-Dbaton.log.kafka.level=ERROR"))) {
            for (Flavour flavour : flavours) {
                cluster.createTopics(flavour.prefix(), 6);
                long began = System.nanoTime();
                Preload preload = Preload.of(
                        cluster,
                        flavour.prefix(),
                        new Generator(flavour, seed, open, Generator.Pace.of(1_772_442_000_000L, 8_000, open)),
                        events);
                System.err.printf(
                        Locale.ROOT,
                        "%s: %,d events, %.0f bytes each, %,d conversations, %.1f s%n",
                        flavour,
                        preload.events(),
                        preload.bytesAnEvent(),
                        preload.conversations(),
                        (System.nanoTime() - began) / 1e9);
            }
            List<String> jvm =
                    routerJvm.isBlank() ? List.of() : List.of(routerJvm.strip().split(" +", -1));
            Runner runner = new Runner(new Course(cluster, 6, heap, jvm, set, store), 0.3);
            for (int round = 1; round <= rounds; round++) {
                for (Variant variant : variants) {
                    Window window = runner.run(variant, round, commit, (done, total) -> {});
                    System.out.printf(
                            Locale.ROOT,
                            "round %d  %-22s %,10.0f events/s  %6.2f us app + %5.2f us broker = %6.2f us/event%n",
                            round,
                            variant.id(),
                            window.eventsPerSecond(),
                            window.appMicros(),
                            window.brokerMicros(),
                            window.cpuMicros());
                }
            }
        }
        return 0;
    }
}
