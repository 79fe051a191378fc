// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.measure.Ratio;
import io.baton.bench.measure.Statistics;
import io.baton.bench.measure.Warmth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs a router that somebody looks on, and how long its console takes to answer meanwhile.
 *
 * @param eventsPerSecond load that the router was under, as it was sent
 * @param viewers live streams that were open
 * @param warmth how it was warmed up, with viewers and questions
 * @param alone processor time of the router an event without viewers, microseconds, by round
 * @param watched the same with them, in the same round
 * @param compiling share of the router's processor time that its compilers took in these rounds
 * @param behind events that were sent and not yet committed after them; where that is more than a second's worth, the router did not
 *     keep up with the load
 * @param questions conversations that were asked for by id
 * @param inbox the inbox with many open escalations
 */
public record ConsoleCost(
        long eventsPerSecond,
        int viewers,
        Warmth warmth,
        List<Double> alone,
        List<Double> watched,
        double compiling,
        long behind,
        Questions questions,
        Inbox inbox) {

    private static final double MOST = 1.05;

    /**
     * Answers under the load, each from the store.
     *
     * @param before how many were asked before, which do not count
     * @param count how many were
     * @param p50 milliseconds until an answer was there
     * @param p99 the same for the slowest of a hundred
     */
    public record Questions(int before, int count, double p50, double p99) {

        /** The earlier half is warm-up as well: a server that answers forty questions a second is compiled late. */
        static Questions of(int before, List<Double> millis) {
            List<Double> counted = millis.subList(millis.size() / 2, millis.size());
            return new Questions(
                    before + millis.size() - counted.size(),
                    counted.size(),
                    Statistics.median(counted),
                    Statistics.percentile(counted, 0.99));
        }
    }

    /**
     * Answers with the whole inbox, under the load.
     *
     * @param open open escalations in it
     * @param bytes of the answer, as it is without compression
     * @param p50 milliseconds until an answer was there
     * @param most the same for the slowest
     */
    public record Inbox(int open, int bytes, double p50, double most) {

        static Inbox of(List<Onlookers.Inbox> seen) {
            Onlookers.Inbox last = seen.get(seen.size() - 1);
            List<Double> millis = seen.stream().map(Onlookers.Inbox::millis).toList();
            return new Inbox(last.open(), last.bytes(), Statistics.median(millis), Statistics.percentile(millis, 1));
        }
    }

    /** Cost of an event with viewers by that without, round by round. */
    public List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(alone.size(), watched.size()); i++) {
            ratios.add(watched.get(i) / alone.get(i));
        }
        return ratios;
    }

    /** The middle one of the rounds. */
    public double ratio() {
        return Statistics.median(ratios());
    }

    /** Where that lies, with 95 %, however the rounds are spread. */
    public Statistics.Range range() {
        return Statistics.medianRange(ratios());
    }

    /** Milliseconds of processor time a second that all viewers together take, at this load. */
    public double millisASecond() {
        return (ratio() - 1) * Statistics.median(alone) * eventsPerSecond / 1e3;
    }

    /** In words: none where compilers were busy, or where rounds differ so much that it could be either. */
    public String verdict() {
        if (compiling > Ratio.MOST_COMPILING) {
            return String.format(Locale.ROOT, "no verdict: compilers still took %.0f %%", compiling * 100);
        }
        if (behind > eventsPerSecond) {
            return String.format(Locale.ROOT, "no verdict: the router is %,d events behind", behind);
        }
        Statistics.Range range = range();
        if (range.most() <= MOST) {
            return "within 5 %";
        }
        return range.least() > MOST ? "more than 5 %" : "no verdict: it could be either";
    }
}
