// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Options.Part;
import io.baton.bench.cluster.FlinkModule;
import io.baton.bench.measure.Variant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is measured: variants in their order, each once, and parts. */
record Chosen(List<Variant> variants, Set<Part> parts) {

    /** Cases that are variants of the router, by the name that asks for them. */
    private static final Map<String, Variant> CASES = Map.of(
            "policy", Variant.ROUTER_POLICY,
            "refused", Variant.ROUTER_REFUSED,
            "instances", Variant.ROUTER_TWO,
            "flink", Variant.FLINK_HASH_MAP);

    /** What a bench measures that is not told. */
    static Chosen standard(boolean quick) {
        List<Variant> variants = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            if (!variant.isFlink() && (!quick || variant.isInQuick())) {
                variants.add(variant);
            }
        }
        return complete(variants, quick ? EnumSet.of(Part.LATENCY, Part.RESTORE) : EnumSet.allOf(Part.class));
    }

    /**
     * What these names stand for.
     *
     * @throws ParameterException of the command where a name stands for nothing
     */
    static Chosen of(List<String> names, CommandLine command) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<Variant> variants = new ArrayList<>();
        for (String name : names) {
            part(name).ifPresentOrElse(parts::add, () -> variants.add(variant(name, command)));
        }
        if (variants.stream().anyMatch(Variant::isFlink) && FlinkModule.jars().isEmpty()) {
            throw new ParameterException(
                    command,
                    "--only: what runs on Apache Flink is a module of its own that no ordinary build makes. Build it once with\n  "
                            + FlinkModule.BUILD);
        }
        return complete(variants, parts);
    }

    /** Restarts need the router that is fed given moods, whether it was asked for or not. */
    private static Chosen complete(List<Variant> variants, Set<Part> parts) {
        if (parts.contains(Part.RESTORE) && !variants.contains(Variant.ROUTER_GIVEN)) {
            variants.add(Variant.ROUTER_GIVEN);
        }
        return new Chosen(variants.stream().sorted().distinct().toList(), parts);
    }

    private static Optional<Part> part(String name) {
        for (Part part : Part.values()) {
            if (part.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static Variant variant(String name, CommandLine command) {
        Variant named = CASES.get(name.strip().toLowerCase(Locale.ROOT));
        return named != null
                ? named
                : Variant.of(name)
                        .orElseThrow(
                                () -> new ParameterException(
                                        command,
                                        "--only: no variant " + name + "; there are " + Variant.names()
                                                + ", latency, restore, growth, policy, refused, hotkey, instances, console, metrics, flink"));
    }
}
