// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.MetricDelta;

/** Deltas of one row, added up until they are sent on; a figure of which nothing is left goes. Used by one thread. */
public final class FigureSums {

    private final MetricKey key;
    private final Sums sums;
    private long updatedAt;

    private FigureSums(MetricKey key, Sums sums, long updatedAt) {
        this.key = key;
        this.sums = sums;
        this.updatedAt = updatedAt;
    }

    public static FigureSums of(MetricDelta delta) {
        Sums sums = Sums.of(delta.getFigures());
        sums.dropZeros();
        return new FigureSums(MetricKey.of(delta), sums, delta.getUpdatedAt());
    }

    /** @param delta of the same row */
    public void add(MetricDelta delta) {
        sums.add(Sums.of(delta.getFigures()));
        sums.dropZeros();
        updatedAt = Math.max(updatedAt, delta.getUpdatedAt());
    }

    /** Whether nothing is left of what went in. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** All of it as one delta. */
    public MetricDelta delta() {
        return new MetricDelta(
                key.channel(), key.grain(), key.start(), key.category(), key.segment(), sums.figures(), updatedAt);
    }

    @Override
    public String toString() {
        return delta().toString();
    }
}
