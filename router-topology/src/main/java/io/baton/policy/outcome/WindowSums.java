// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.util.NavigableMap;

/**
 * What has been added up for a window, ready for more: figures stay numbers and histograms until it is stored. A figure that has come to nothing stays, so
 * that readers see it go. Used by one thread.
 */
public final class WindowSums {

    private final Sums sums;
    private int revision;
    private long updatedAt;

    private WindowSums(Sums sums, int revision, long updatedAt) {
        this.sums = sums;
        this.revision = revision;
        this.updatedAt = updatedAt;
    }

    /** A window into which nothing went. */
    public static WindowSums none() {
        return new WindowSums(new Sums(0), 0, 0);
    }

    /** As it was stored. */
    public static WindowSums of(MetricTotals totals) {
        return new WindowSums(Sums.of(totals.getFigures()), totals.getRevision(), totals.getUpdatedAt());
    }

    /** A delta that has been read, so that adding it to one window after the other cannot fail halfway. */
    public static final class Addend {

        private final Sums sums;
        private final long updatedAt;

        private Addend(Sums sums, long updatedAt) {
            this.sums = sums;
            this.updatedAt = updatedAt;
        }

        public static Addend of(MetricDelta delta) {
            return new Addend(Sums.of(delta.getFigures()), delta.getUpdatedAt());
        }
    }

    /** One revision more. */
    public void add(Addend delta) {
        sums.add(delta.sums);
        updatedAt = revision == 0 ? delta.updatedAt : Math.max(updatedAt, delta.updatedAt);
        revision++;
    }

    /** As it is stored. */
    public MetricTotals totals() {
        return new MetricTotals(revision, sums.figures(), updatedAt);
    }

    /** By the names of their measures, in order. */
    NavigableMap<String, Tally> tallies() {
        return sums.tallies();
    }

    /** How many deltas went in. */
    public int revision() {
        return revision;
    }

    /** Latest event time that went in, epoch milliseconds; 0 where nothing did. */
    public long updatedAt() {
        return updatedAt;
    }

    @Override
    public String toString() {
        return totals().toString();
    }
}
