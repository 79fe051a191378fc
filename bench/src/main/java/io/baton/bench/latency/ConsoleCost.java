// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.measure.Statistics;
import java.util.List;
import java.util.Locale;

/**
 * What it costs a router that somebody looks on, and how long its console takes to answer meanwhile.
 *
 * @param eventsPerSecond steady load that the router was under
 * @param viewers live streams that were open
 * @param alone processor time of the router an event without them, microseconds, by slice
 * @param watched the same with them; slices took turns
 * @param questions conversations that were asked for by id under that load, each from the store
 * @param p50 milliseconds until such an answer was there
 * @param p99 the same for the slowest of a hundred
 * @param open open escalations on the board at the end
 * @param inbox milliseconds until the first answer with all of them was there
 */
public record ConsoleCost(
        long eventsPerSecond,
        int viewers,
        List<Double> alone,
        List<Double> watched,
        int questions,
        double p50,
        double p99,
        int open,
        double inbox) {

    private static final double MOST = 1.05;
    private static final double MEDIAN = 0.50;

    /** Cost of an event with viewers by that without. */
    public double ratio() {
        return Statistics.percentile(watched, MEDIAN) / Statistics.percentile(alone, MEDIAN);
    }

    /** In words: no verdict where the slices without viewers differ by more than what is looked for. */
    public String verdict() {
        double spread = Statistics.percentile(alone, 1) / Statistics.percentile(alone, 0);
        if (!(spread <= MOST)) {
            return String.format(Locale.ROOT, "no verdict: slices without viewers vary by %.2fx", spread);
        }
        return ratio() <= MOST ? "within 5 %" : "more than 5 %";
    }
}
