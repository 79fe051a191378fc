// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The sum of one figure while it grows; the same as a {@link Tally} that is copied at each step. Used by one thread. */
final class FigureSum {

    private final String figure;
    private long numerator;
    private long denominator;
    private @Nullable HistogramSum values;

    /** @param figure name in deltas and totals */
    FigureSum(String figure) {
        this.figure = figure;
    }

    void add(Fact fact) {
        add(fact, 1);
    }

    void takeBack(Fact fact) {
        add(fact, -1);
    }

    private void add(Fact fact, int sign) {
        numerator += sign * fact.numerator();
        denominator += sign * fact.denominator();
        if (fact.measure().form() == Form.DURATION) {
            values().add(fact.numerator(), sign);
        }
    }

    /** @param kept what was summed before, by this release or an earlier one */
    void add(Figure kept) {
        numerator += (long) kept.getNumerator();
        denominator += (long) kept.getDenominator();
        ByteBuffer sketch = kept.getSketch();
        if (sketch != null) {
            values().add(LogHistogram.fromBytes(sketch));
        }
    }

    /** Whether nothing is left of what went in. */
    boolean isZero() {
        return numerator == 0 && denominator == 0 && (values == null || values.isEmpty());
    }

    /** As kept in stores and sent on. */
    Figure figure() {
        @Nullable ByteBuffer sketch = values == null || values.isEmpty() ? null : values.toBytes();
        return new Figure(figure, (double) numerator, (double) denominator, sketch);
    }

    private HistogramSum values() {
        HistogramSum present = values == null ? new HistogramSum() : values;
        values = present;
        return present;
    }
}
