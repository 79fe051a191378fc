// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a router needs to take over conversations that another one has left: it starts with an empty state folder, and the
 * time counts from when it has its partitions to when it runs. Java is as cold as it is in earnest.
 *
 * @param millis one a restart
 * @param conversations how many there are to restore
 */
public record Restart(List<Double> millis, long conversations) {

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final double PER = 100_000;

    /** Starts a router that has ended once more, so many times, 1 or more. */
    static Restart measure(Course course, Course.Start start, long conversations, int times)
            throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Cluster.delete(course.stateFolder(start.application(), 0));
            try (ChildJvm router = course.start(start, 0)) {
                double assigned = Double.parseDouble(router.await("assigned", WITHIN));
                double running = Double.parseDouble(router.await("running", WITHIN));
                millis.add(running - assigned);
            }
        }
        return new Restart(millis, conversations);
    }

    /** Seconds for 100,000 conversations, in proportion. */
    public double secondsPer100k() {
        return Statistics.median(millis) / 1e3 * PER / conversations;
    }
}
