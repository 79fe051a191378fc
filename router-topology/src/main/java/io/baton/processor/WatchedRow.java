// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.policy.outcome.MetricKey;
import io.baton.state.MetricDelta;
import java.util.List;

/** A row of watched figures: a minute or an hour of a category, automated work apart from the rest. */
record WatchedRow(boolean fine, long start, boolean automated, String category) {

    /** The minute of a delta and its hour. */
    static List<WatchedRow> of(MetricDelta delta) {
        boolean automated = delta.getChannel() == Channel.AUTOMATED;
        long hour = MetricKey.startOf(Grain.HOUR, delta.getStart());
        return List.of(
                new WatchedRow(true, delta.getStart(), automated, delta.getCategory()),
                new WatchedRow(false, hour, automated, delta.getCategory()));
    }

    static WatchedRow of(String key) {
        String[] parts = key.split("\\|", 4);
        return new WatchedRow(parts[0].equals("M"), Long.parseLong(parts[1]), parts[2].equals("A"), parts[3]);
    }

    String key() {
        return (fine ? "M|" : "H|") + start + (automated ? "|A|" : "|O|") + category;
    }
}
