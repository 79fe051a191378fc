// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.MetricDelta;
import java.util.Map;
import java.util.TreeMap;

/** Deltas of one row, added up until they are sent on. Used by one thread. */
public final class FigureSums {

    private final MetricKey key;
    private final Map<String, Tally> sums = new TreeMap<>();
    private long updatedAt = Long.MIN_VALUE;

    private FigureSums(MetricKey key) {
        this.key = key;
    }

    public static FigureSums of(MetricDelta delta) {
        FigureSums sums = new FigureSums(MetricKey.of(delta));
        sums.add(delta);
        return sums;
    }

    /** @param delta of the same row */
    public void add(MetricDelta delta) {
        delta.getFigures().forEach(figure -> sums.merge(figure.getMeasure(), Tally.of(figure), Tally::plus));
        sums.values().removeIf(Tally::isZero);
        updatedAt = Math.max(updatedAt, delta.getUpdatedAt());
    }

    /** Whether nothing is left of what went in. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** All of it as one delta. */
    public MetricDelta delta() {
        return new MetricDelta(
                key.channel(), key.grain(), key.start(), key.category(), key.segment(), Tally.figures(sums), updatedAt);
    }

    @Override
    public String toString() {
        return delta().toString();
    }
}
