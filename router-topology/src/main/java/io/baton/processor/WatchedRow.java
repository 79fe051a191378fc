// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.policy.outcome.WindowTotals;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import org.jspecify.annotations.Nullable;

/** A row of watched figures: a minute or an hour of a category, automated work apart from the rest. */
record WatchedRow(boolean fine, long start, boolean automated, String category) {

    static WatchedRow of(MetricDelta delta) {
        return new WatchedRow(
                delta.getGrain() == Grain.MINUTE,
                delta.getStart(),
                delta.getChannel() == Channel.AUTOMATED,
                delta.getCategory());
    }

    static WatchedRow of(String key) {
        String[] parts = key.split("\\|", 4);
        return new WatchedRow(parts[0].equals("M"), Long.parseLong(parts[1]), parts[2].equals("A"), parts[3]);
    }

    String key() {
        return (fine ? "M|" : "H|") + start + (automated ? "|A|" : "|O|") + category;
    }

    MetricTotals plus(@Nullable MetricTotals before, MetricDelta delta) {
        return WindowTotals.add(before, delta);
    }
}
