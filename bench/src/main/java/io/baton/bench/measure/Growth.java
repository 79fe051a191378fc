// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.Preload;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.gate.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * The router with few and with many open conversations, interleaved, with as many events and the same heap for both.
 *
 * @param few runs with few open conversations
 * @param many runs with many
 * @param fewConversations conversations that the events of the first begin, open or not
 * @param manyConversations the same of the second
 */
public record Growth(List<Run> few, List<Run> many, long fewConversations, long manyConversations) {

    /** Of three events of each of the many conversations the first opens it, the second warms up, the third is measured. */
    public static final double WARM_UP = 2.0 / 3;

    /**
     * What to compare.
     *
     * @param few conversations open at a time
     * @param many the same for the other side; the events are three times as many
     */
    public record Sizes(int few, int many, long events, int rounds) {

        private static final int FORTIETH = 40;
        private static final long SWEEPS = 3;

        /** So many against a fortieth: 2,000,000 against 50,000. */
        public static Sizes of(int many, int rounds) {
            return new Sizes(Math.max(1, many / FORTIETH), many, SWEEPS * many, rounds);
        }
    }

    /** Preloads both sides and runs them in turn. */
    public static Growth measure(Course course, Sizes sizes, long seed, int commitMs, Verification verification)
            throws InterruptedException {
        Preload few = preload(course, "few.", sizes.few(), sizes.events(), seed);
        Preload many = preload(course, "many.", sizes.many(), sizes.events(), seed);
        Runner runner = new Runner(course, WARM_UP);
        Growth growth = new Growth(new ArrayList<>(), new ArrayList<>(), few.conversations(), many.conversations());
        for (int round = 1; round <= sizes.rounds(); round++) {
            growth.few.add(run(runner, "few.", round, commitMs, few, verification));
            growth.many.add(run(runner, "many.", round, commitMs, many, verification));
        }
        return growth;
    }

    private static Preload preload(Course course, String prefix, int open, long events, long seed)
            throws InterruptedException {
        course.cluster().createTopics(prefix, course.partitions());
        Generator generator = Generator.ofRecorded(Flavour.GIVEN, seed, open);
        return Preload.of(course.cluster(), prefix, generator, events);
    }

    private static Run run(
            Runner runner, String prefix, int round, int commitMs, Preload preload, Verification verification)
            throws InterruptedException {
        Runner.Task task =
                new Runner.Task(Variant.ROUTER_GIVEN, round, commitMs, prefix, preload.conversations(), 1, false);
        Run run = runner.run(task, (done, total) -> {});
        if (run.evidence() != null) {
            verification.add(prefix, prefix + run.name(), run.evidence(), preload.conversations());
        }
        return run;
    }

    /** Events a second with many by events a second with few, paired; the median. */
    public double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            ratios.add(
                    many.get(i).window().eventsPerSecond() / few.get(i).window().eventsPerSecond());
        }
        return Statistics.median(ratios);
    }

    /** Heap that one more conversation with its customer takes, bytes. */
    public double bytesPerConversation() {
        List<Double> bytes = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            bytes.add((double) (many.get(i).heapBytes() - few.get(i).heapBytes())
                    / (manyConversations - fewConversations));
        }
        return Statistics.median(bytes);
    }
}
