// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Internals;
import io.baton.bench.gate.Evidence;
import io.baton.bench.gate.Handovers;
import io.baton.bench.gate.WrittenOutputs;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one variant over the events of a topic, once, and reads what it wrote. */
public final class Runner {

    static final String PROFILE = "throughput";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final Course course;
    private final double warmUp;

    /** @param warmUp share of the events that is not counted */
    public Runner(Course course, double warmUp) {
        this.course = course;
        this.warmUp = warmUp;
    }

    /**
     * What to run.
     *
     * @param prefix of the topics
     * @param conversations how many the events begin
     * @param share of the events that the variant runs over, above 0 and at most 1
     * @param keep whether its topics and state are left as they are, for a restart
     */
    public record Task(
            Variant variant, int round, int commitMs, String prefix, long conversations, double share, boolean keep) {

        /** Kafka's name for it. */
        public String application() {
            return prefix + variant.slug() + "-" + commitMs + "-" + round;
        }
    }

    /** One run. */
    public Run run(Task task, Progress.Watcher watcher) throws InterruptedException {
        Progress progress = new Progress(course.cluster(), Course.events(task.prefix()), course.partitions());
        long total = progress.total();
        long enough = Math.round(total * task.share());
        Reader reader = reader(task, enough == total);
        Course.Start start =
                new Course.Start(task.variant(), task.application(), task.prefix(), task.commitMs(), PROFILE, false);
        ChildJvm app = course.start(start);
        try {
            Window window = Window.of(progress.follow(app, task.application(), enough, watcher), warmUp);
            Evidence evidence = reader.read();
            Run run = new Run(
                    task.variant(), task.round(), task.commitMs(), window, evidence, heap(task, app), changelog(task));
            end(task, app);
            return run;
        } finally {
            app.close();
            if (!task.keep()) {
                course.cleanUp(task.application(), task.prefix());
            }
        }
    }

    /** Told at the end of a run what it has written. */
    private interface Reader {
        @Nullable
        Evidence read();
    }

    private Reader reader(Task task, boolean whole) throws InterruptedException {
        if (task.variant().isRouter()) {
            WrittenOutputs outputs = new WrittenOutputs(course.cluster(), task.prefix(), course.partitions());
            return () -> outputs.read(task.conversations());
        } else if (task.variant().program().equals("idiomatic") && whole) {
            return new Handovers(course.cluster(), task.prefix(), course.partitions())::read;
        }
        return () -> null;
    }

    private static long heap(Task task, ChildJvm app) throws InterruptedException {
        return task.variant() == Variant.ROUTER_GIVEN ? Long.parseLong(app.ask("heap", ANSWER_WITHIN)) : 0;
    }

    private long changelog(Task task) throws InterruptedException {
        if (!task.variant().isRouter()) {
            return 0;
        }
        return Internals.changelogBytes(course.cluster().admin(), task.application()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Nobody reads what the alternatives leave unfinished; a router ends in order, so that the next one's outputs can be read. */
    private static void end(Task task, ChildJvm app) {
        if (!task.variant().isRouter()) {
            app.kill();
        }
    }
}
