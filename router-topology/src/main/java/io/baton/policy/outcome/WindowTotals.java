// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What has been added up for a window, and how it reads. */
public final class WindowTotals {

    private WindowTotals() {}

    /** The totals with a delta added, one revision on. A figure that has come to nothing stays, so that readers see it go. */
    public static MetricTotals add(@Nullable MetricTotals before, MetricDelta delta) {
        return before == null
                ? new MetricTotals(1, Tally.figures(Tally.sum(List.of(), delta.getFigures())), delta.getUpdatedAt())
                : new MetricTotals(
                        before.getRevision() + 1,
                        Tally.figures(Tally.sum(before.getFigures(), delta.getFigures())),
                        Math.max(before.getUpdatedAt(), delta.getUpdatedAt()));
    }

    /** The totals as readers of the metrics topics see them: measures in the order of {@link Measures}. */
    public static MetricWindow window(MetricKey key, MetricTotals totals) {
        Map<String, Tally> tallies = Tally.sum(totals.getFigures(), List.of());
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Measures measure : Measures.values()) {
            Tally tally = tallies.get(measure.source().id());
            boolean shown = measure.always() && measure.channels().contains(key.channel());
            if (tally != null || shown) {
                measures.put(measure.id(), read(measure, tally == null ? Tally.ZERO : tally));
            }
        }
        return new MetricWindow(
                key.channel(),
                new Window(Instant.ofEpochMilli(key.start()), Instant.ofEpochMilli(key.end())),
                key.grain(),
                key.category(),
                key.segment(),
                measures,
                totals.getRevision(),
                Instant.ofEpochMilli(totals.getUpdatedAt()));
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
        OptionalLong found = values.quantile(measure.quantile());
        @Nullable Double value = found.isPresent() ? found.getAsLong() / measure.scale() : null;
        return new Measure(value, (double) values.rank(measure.quantile()), (double) values.count(), measure.unit());
    }
}
