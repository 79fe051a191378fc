// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deltas of one row, added up until they are sent on. Used by one thread. */
public final class FigureSums {

    private final MetricKey key;
    private final Map<String, Tally> sums = new HashMap<>();
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
        for (Figure figure : delta.getFigures()) {
            sums.merge(figure.getMeasure(), Tally.of(figure), FigureSums::sum);
        }
        updatedAt = Math.max(updatedAt, delta.getUpdatedAt());
    }

    /** Null where nothing is left of the two, so that the figure goes. */
    private static @Nullable Tally sum(Tally one, Tally other) {
        Tally sum = one.plus(other);
        return sum.isZero() ? null : sum;
    }

    /** Whether nothing is left of what went in. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** All of it as one delta. */
    public MetricDelta delta() {
        return new MetricDelta(
                key.channel(),
                key.grain(),
                key.start(),
                key.category(),
                key.segment(),
                Tally.figures(new TreeMap<>(sums)),
                updatedAt);
    }

    @Override
    public String toString() {
        return delta().toString();
    }
}
