// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured against what: a program over the events of one flavour. */
public enum Variant {
    FLOOR("floor", "floor", Flavour.GIVEN, "Kafka Streams that reads and writes nothing"),
    PASSTHROUGH_DEFAULT(
            "passthroughDefault", "passthrough", Flavour.GIVEN, "bytes in, bytes out, settings as they come"),
    PASSTHROUGH_DEFAULT_TEXT("passthroughDefaultText", "passthrough", Flavour.TEXT, "the same over the text events"),
    PASSTHROUGH_TUNED("passthroughTuned", "passthrough", Flavour.GIVEN, "the same with the router's own tuning"),
    PASSTHROUGH_TUNED_TEXT("passthroughTunedText", "passthrough", Flavour.TEXT, "the same over the text events"),
    IDIOMATIC("idiomatic", "idiomatic", Flavour.GIVEN, "aggregate() and a windowed count, tuned, RocksDB"),
    IDIOMATIC_TEXT("idiomaticText", "idiomatic", Flavour.TEXT, "the same over the text events"),
    ROUTER_GIVEN("routerGiven", "router", Flavour.GIVEN, "the router; the platform supplies sentiment and confidence"),
    ROUTER_TEXT("routerText", "router", Flavour.TEXT, "the router; it scores every message itself"),
    ROUTER_ROCKSDB("routerRocksdb", "router", Flavour.GIVEN, "the router with its state on RocksDB"),
    ROUTER_POLICY("routerPolicy", "router", Flavour.GIVEN, "the router with a large policy"),
    ROUTER_REFUSED("routerRefused", "router", Flavour.GIVEN, "the router with one more record in a hundred, refused"),
    ROUTER_TWO("routerTwo", "router", Flavour.GIVEN, "two processes of the router that share the work"),
    FLINK_HASH_MAP("flinkHashMap", "flink", Flavour.GIVEN, "the rule of idiomatic on Flink, small state on the heap"),
    FLINK_TRANSCRIPT("flinkTranscript", "flink", Flavour.GIVEN, "the same with what was said, as idiomatic keeps it");

    private static final int FAST = 4;

    private final String id;
    private final String program;
    private final Flavour flavour;
    private final String what;

    Variant(String id, String program, Flavour flavour, String what) {
        this.id = id;
        this.program = program;
        this.flavour = flavour;
        this.what = what;
    }

    /** Name in the JSON and on the command line. */
    public String id() {
        return id;
    }

    /** First argument of the child process. */
    public String program() {
        return program;
    }

    public Flavour flavour() {
        return flavour;
    }

    /** One line for people. */
    public String what() {
        return what;
    }

    public boolean isRouter() {
        return program.equals("router");
    }

    /** Whether it runs on Apache Flink, in a case of its own and only where it is asked for by name. */
    public boolean isFlink() {
        return program.equals("flink");
    }

    /** Whether what it writes are the hand-overs of {@code idiomatic}. */
    boolean writesHandovers() {
        return rule().equals("idiomatic");
    }

    /** Whose rule it goes by: programs with the same one that are fed the same events must decide the same. */
    String rule() {
        return isFlink() ? "idiomatic" : program;
    }

    /** Whether it runs with Kafka's and Java's defaults. */
    public boolean isDefault() {
        return this == PASSTHROUGH_DEFAULT || this == PASSTHROUGH_DEFAULT_TEXT;
    }

    /** Whether the ordinary rounds run it, rather than a case of their own. */
    public boolean isInRounds() {
        return this != ROUTER_POLICY && this != ROUTER_REFUSED && this != ROUTER_TWO && !isFlink();
    }

    /** Whether a quick bench runs it: what a verdict cannot do without. */
    public boolean isInQuick() {
        return this == PASSTHROUGH_TUNED || this == IDIOMATIC || this == ROUTER_GIVEN || this == ROUTER_TEXT;
    }

    /** How many processes share the work. */
    int instances() {
        return this == ROUTER_TWO ? 2 : 1;
    }

    /**
     * How many times as many events it gets in a slice: programs that do little are through before the processor time that the
     * system accounts, in steps of 10 ms, says anything, and before they have committed a few times.
     */
    int pace() {
        return program.equals("floor") || program.equals("passthrough") ? FAST : 1;
    }

    /** The variant of a name, upper and lower case alike. */
    public static Optional<Variant> of(String id) {
        for (Variant variant : values()) {
            if (variant.id.equalsIgnoreCase(id.strip())) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /** All names, separated by commas. */
    public static String names() {
        List<String> names = new ArrayList<>();
        for (Variant variant : values()) {
            names.add(variant.id);
        }
        return String.join(", ", names);
    }

    /** Part of an application id. */
    String slug() {
        return id.toLowerCase(Locale.ROOT);
    }
}
