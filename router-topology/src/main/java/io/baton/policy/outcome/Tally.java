// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of one measure. Whole numbers throughout: a double holds them exactly up to 2^53, so that sums do not depend on the
 * order in which they were added up.
 *
 * @param values distribution of what went in; empty where the measure has none
 */
record Tally(long numerator, long denominator, LogHistogram values) {

    static final Tally ZERO = new Tally(0, 0, LogHistogram.EMPTY);

    static Tally of(Figure figure) {
        ByteBuffer sketch = figure.getSketch();
        return new Tally(
                (long) figure.getNumerator(),
                (long) figure.getDenominator(),
                sketch == null ? LogHistogram.EMPTY : LogHistogram.fromBytes(sketch));
    }

    Tally plus(Tally other) {
        return new Tally(numerator + other.numerator, denominator + other.denominator, values.plus(other.values));
    }

    private Figure figure(String measure) {
        @Nullable ByteBuffer sketch = values.isEmpty() ? null : values.toBytes();
        return new Figure(measure, (double) numerator, (double) denominator, sketch);
    }

    /** Both lists added up, sorted by the name of the measure; figures that have come to nothing are kept. */
    static Map<String, Tally> sum(List<Figure> left, List<Figure> right) {
        Map<String, Tally> sums = new TreeMap<>();
        left.forEach(figure -> sums.merge(figure.getMeasure(), of(figure), Tally::plus));
        right.forEach(figure -> sums.merge(figure.getMeasure(), of(figure), Tally::plus));
        return sums;
    }

    /** As kept in stores and sent on. */
    static List<Figure> figures(Map<String, Tally> tallies) {
        List<Figure> figures = new ArrayList<>(tallies.size());
        tallies.forEach((measure, tally) -> figures.add(tally.figure(measure)));
        return figures;
    }
}
