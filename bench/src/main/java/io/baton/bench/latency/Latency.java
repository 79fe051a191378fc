// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.measure.Statistics;
import java.util.List;

/**
 * From the moment an event should have been sent to the moment a {@code read_committed} consumer holds the escalation that it
 * triggered, milliseconds.
 *
 * @param commitMs commit interval of the router
 * @param eventsPerSecond rate that was kept up
 * @param samples escalations that were seen, after the warm-up
 * @param behind events that the router had not even committed 20 seconds after the last was sent: where there are any, it
 *     does not keep up with this rate, and no latency is told, since those that are missing would have been the longest
 * @param lateShare share of the events that were sent more than {@link #LATE_MS} later than they should have been: these
 *     would flatter nobody, since the time counts from when they should have been sent, but many of them say that the
 *     machine is too small for the rate
 * @param jitShare share of the router's processor time that its compilers took while events counted; with much of it the
 *     router was not warm, and would be faster later
 */
public record Latency(
        int commitMs,
        long eventsPerSecond,
        int samples,
        long behind,
        double p50,
        double p99,
        double most,
        double lateShare,
        double jitShare) {

    /** Milliseconds. */
    public static final long LATE_MS = 5;

    private static final double P50 = 0.50;
    private static final double P99 = 0.99;

    static Latency of(int commitMs, long rate, List<Double> millis, long behind, double lateShare, double jitShare) {
        List<Double> told = behind > 0 ? List.of() : millis;
        return new Latency(
                commitMs,
                rate,
                told.size(),
                behind,
                Statistics.percentile(told, P50),
                Statistics.percentile(told, P99),
                Statistics.percentile(told, 1),
                lateShare,
                jitShare);
    }
}
