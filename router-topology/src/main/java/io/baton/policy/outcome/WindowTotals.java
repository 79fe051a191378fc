// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.policy.ruleset.Ruleset;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How what has been added up for a window reads. */
public final class WindowTotals {

    private static final Measures[] TABLE = Measures.values();

    private WindowTotals() {}

    /**
     * The totals as readers of the metrics topics see them.
     *
     * @param rules rates and weights; null = figures that need them are left out
     */
    public static MetricWindow window(MetricKey key, WindowSums totals, @Nullable Ruleset rules) {
        NavigableMap<String, Tally> tallies = totals.tallies();
        Map<String, Measure> measures = new TreeMap<>();
        for (Measures measure : TABLE) {
            if (measure.family() && measure.form() != Form.DERIVED) {
                family(measure, tallies, measures);
            } else if (measure.form() != Form.DERIVED) {
                Tally tally = tallies.get(measure.source().id());
                boolean shown = measure.always() && measure.channels().contains(key.channel());
                if (tally != null || shown) {
                    measures.put(measure.id(), read(measure, tally == null ? Tally.ZERO : tally));
                }
            }
        }
        if (rules != null) {
            DerivedFigures.add(key, rules, measures);
            RecallFigures.add(rules, tallies, measures);
        }
        return new MetricWindow(
                key.channel(),
                new Window(Instant.ofEpochMilli(key.start()), Instant.ofEpochMilli(key.end())),
                key.grain(),
                key.category(),
                key.segment(),
                measures,
                totals.revision(),
                Instant.ofEpochMilli(totals.updatedAt()));
    }

    private static void family(Measures measure, NavigableMap<String, Tally> tallies, Map<String, Measure> measures) {
        SortedMap<String, Tally> members = tallies.subMap(measure.id() + ".", measure.id() + "/");
        members.forEach((name, tally) -> measures.put(name, read(measure, tally)));
    }

    private static Measure read(Measures measure, Tally tally) {
        if (measure.form() == Form.QUANTILE) {
            return quantile(measure, tally.values());
        }
        double numerator = tally.numerator() / measure.scale();
        if (measure.form() == Form.COUNT) {
            return new Measure(numerator, numerator, 1.0, measure.unit());
        }
        @Nullable Double value = tally.denominator() == 0 ? null : numerator / tally.denominator();
        return new Measure(value, numerator, (double) tally.denominator(), measure.unit());
    }

    private static Measure quantile(Measures measure, LogHistogram values) {
        var found = values.quantile(measure.quantile());
        @Nullable Double value = found.isPresent() ? found.getAsLong() / measure.scale() : null;
        return new Measure(value, (double) values.rank(measure.quantile()), (double) values.count(), measure.unit());
    }
}
