// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.List;

/**
 * What one run cost, after the warm-up.
 *
 * <p>Processor time counts from the first commit past the warm-up to the one that ends the run: whatever was put off is in
 * it. The rate counts to the last commit before that, since the last batch waits for the commit interval while nothing is
 * left to do; where commits are too few for that it counts to the end.
 *
 * @param events events in the measured part
 * @param appMicros processor time of the application an event, microseconds
 * @param brokerMicros processor time of the broker an event, microseconds
 * @param eventsPerSecond events a second by the wall clock
 */
public record Window(long events, double appMicros, double brokerMicros, double eventsPerSecond) {

    private static final double LEAST_SHARE = 0.4;

    /** Application and broker together, microseconds an event. */
    public double cpuMicros() {
        return appMicros + brokerMicros;
    }

    /**
     * @param samples one for each commit seen, the last one with everything committed
     * @param warmUp share of the events that is not counted, from 0 to 0.9
     */
    public static Window of(List<Sample> samples, double warmUp) {
        Sample last = samples.get(samples.size() - 1);
        Sample first = samples.stream()
                .filter(sample -> sample.committed() >= last.committed() * warmUp)
                .findFirst()
                .orElse(last);
        long events = last.committed() - first.committed();
        if (events <= 0) {
            throw new IllegalStateException("the run is too short to be measured: take more events");
        }
        Sample before = samples.get(Math.max(0, samples.size() - 2));
        boolean enough = before.committed() - first.committed() >= LEAST_SHARE * events;
        Sample steady = enough ? before : last;
        return new Window(
                events,
                (last.app() - first.app()) / 1e3 / events,
                (last.broker() - first.broker()) / 1e3 / events,
                (steady.committed() - first.committed()) * 1e9 / (steady.nanos() - first.nanos()));
    }
}
