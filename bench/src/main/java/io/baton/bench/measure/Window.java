// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.List;

/**
 * What one slice cost: from the moment its events became visible to the commit that ends it. Whatever was put off is in it.
 *
 * <p>The rate counts to the last commit but one, since the last batch waits for the commit interval while nothing is left to
 * do; where commits are too few for that it counts to the end.
 *
 * @param events events of the slice
 * @param appMicros processor time of the application an event, microseconds
 * @param brokerMicros processor time of the broker an event, microseconds
 * @param eventsPerSecond events a second by the wall clock
 * @param jitShare time that the application's compilers took by its processor time; it is in that time, and stays in
 * @param brokerJitShare the same of the broker
 * @param commitEveryMs milliseconds from one commit that was seen to the next, on average; looked for 40 times a second at most
 */
public record Window(
        long events,
        double appMicros,
        double brokerMicros,
        double eventsPerSecond,
        double jitShare,
        double brokerJitShare,
        double commitEveryMs) {

    private static final double LEAST_SHARE = 0.4;

    /** Application and broker together, microseconds an event. */
    public double cpuMicros() {
        return appMicros + brokerMicros;
    }

    /** What the compilers of both took by the processor time of both. */
    public double compilingShare() {
        double compiling = appMicros * jitShare + brokerMicros * brokerJitShare;
        return compiling / Math.max(Double.MIN_NORMAL, cpuMicros());
    }

    /**
     * @param samples the first one at the moment the slice became visible, then one for each commit seen, the last one with
     *     everything committed
     * @param jitNanos time of the application's compilers meanwhile
     * @param brokerJitNanos the same of the broker
     */
    static Window of(List<Sample> samples, long jitNanos, long brokerJitNanos) {
        Sample first = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        long events = last.committed();
        if (events <= 0) {
            throw new IllegalStateException("an empty slice cannot be measured");
        }
        Sample before = samples.get(Math.max(0, samples.size() - 2));
        Sample steady = before.committed() >= LEAST_SHARE * events ? before : last;
        long app = last.app() - first.app();
        long broker = last.broker() - first.broker();
        return new Window(
                events,
                app / 1e3 / events,
                broker / 1e3 / events,
                steady.committed() * 1e9 / (steady.nanos() - first.nanos()),
                (double) jitNanos / Math.max(1, app),
                (double) brokerJitNanos / Math.max(1, broker),
                (last.nanos() - first.nanos()) / 1e6 / Math.max(1, samples.size() - 1));
    }
}
