// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import java.util.List;

/** Runs one variant over all events that are in its topic, once. */
public final class Runner {

    private static final String PROFILE = "throughput";

    private final Course course;
    private final double warmUp;

    /** @param warmUp share of the events that is not counted */
    public Runner(Course course, double warmUp) {
        this.course = course;
        this.warmUp = warmUp;
    }

    /** One run. */
    public Window run(Variant variant, int round, int commitMs, Progress.Watcher watcher) throws InterruptedException {
        String application = variant.slug() + "-" + commitMs + "-" + round;
        String prefix = variant.flavour().prefix();
        Progress progress = new Progress(course.cluster(), Course.events(prefix), course.partitions());
        long total = progress.total();
        Course.Start start = new Course.Start(variant, application, prefix, commitMs, PROFILE, false);
        try (ChildJvm app = course.start(start)) {
            List<Sample> samples = progress.follow(app, application, total, watcher);
            return Window.of(samples, warmUp);
        }
    }
}
