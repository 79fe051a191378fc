// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.cluster.Cluster;
import io.baton.bench.cluster.Preload;
import io.baton.bench.events.EventFile;
import io.baton.bench.events.EventSource;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.report.Screen;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Writes the events that all variants will read, once, before anything is measured. */
record Events(Options options, Screen screen) {

    /** Writes each flavour that one of the variants reads. */
    Map<Flavour, Preload> write(Cluster cluster) throws InterruptedException, IOException {
        Map<Flavour, Preload> events = new EnumMap<>(Flavour.class);
        for (Flavour flavour : Flavour.values()) {
            if (options.variants().stream().anyMatch(variant -> variant.flavour() == flavour)) {
                screen.step("writing the events, " + flavour.name().toLowerCase(Locale.ROOT));
                cluster.createTopics(flavour.prefix(), options.partitions());
                EventSource source = source(flavour);
                long count =
                        source instanceof EventFile file ? Math.min(file.size(), options.events()) : options.events();
                events.put(flavour, Preload.of(cluster, flavour.prefix(), source, count));
            }
        }
        return events;
    }

    private EventSource source(Flavour flavour) throws IOException {
        return options.file() == null
                ? Generator.ofRecorded(flavour, options.seed(), options.open())
                : EventFile.read(options.file(), flavour);
    }
}
