// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Grain;
import io.baton.state.MetricDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a turn changes in the figures: what the conversation contributes after it, less what it contributed before.
 *
 * <p>A contribution is a function of the state of the conversation, filed under the time of the fact itself. So whatever
 * comes late (an event, another category, a survey days after the end, a reopening) moves exactly its own share from the
 * windows it was in to those it belongs to, and the sum over all windows is always the sum over all conversations.
 */
public final class Figures {

    private Figures() {}

    /**
     * What to add to which minutes, in the order of the rows; empty for most turns. Hours and days are sums of minutes, and are
     * added up where windows are kept, see {@link MetricKey#rows}.
     *
     * @param before the conversation before the turn; null where it did not exist
     * @param after the conversation after the turn
     */
    public static List<MetricDelta> diff(@Nullable OutcomeView before, OutcomeView after) {
        if (before != null && before.countsAs(after)) {
            return List.of();
        }
        List<Fact> there = Fact.of(after);
        List<Fact> takenBack = new ArrayList<>();
        for (Fact fact : before == null ? List.<Fact>of() : Fact.of(before)) {
            if (!there.remove(fact)) {
                takenBack.add(fact);
            }
        }
        return there.isEmpty() && takenBack.isEmpty() ? List.of() : deltas(there, takenBack, after.lastAt());
    }

    private static List<MetricDelta> deltas(List<Fact> added, List<Fact> takenBack, long updatedAt) {
        Map<MetricKey, Map<String, Tally>> rows = new TreeMap<>();
        for (Fact fact : added) {
            book(rows, fact, Tally.of(fact));
        }
        for (Fact fact : takenBack) {
            book(rows, fact, Tally.ZERO.minus(Tally.of(fact)));
        }
        List<MetricDelta> deltas = new ArrayList<>(rows.size());
        rows.forEach((key, sums) -> {
            MetricDelta delta = delta(key, sums, updatedAt);
            if (delta != null) {
                deltas.add(delta);
            }
        });
        return deltas;
    }

    private static void book(Map<MetricKey, Map<String, Tally>> rows, Fact fact, Tally tally) {
        MetricKey key = MetricKey.at(fact.channel(), Grain.MINUTE, fact.at(), fact.category(), fact.segment());
        rows.computeIfAbsent(key, row -> new TreeMap<>()).merge(fact.figure(), tally, Tally::plus);
    }

    private static @Nullable MetricDelta delta(MetricKey key, Map<String, Tally> sums, long updatedAt) {
        sums.values().removeIf(Tally::isZero);
        if (sums.isEmpty()) {
            return null;
        }
        return new MetricDelta(
                key.channel(), key.grain(), key.start(), key.category(), key.segment(), Tally.figures(sums), updatedAt);
    }
}
