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

    /** Figures for which a row has room at first: as many as one conversation gives to most rows. */
    private static final int ROOM = 24;

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
        List<Fact> was = before == null ? List.of() : Fact.of(before);
        int same = sameFromTheFront(there, was);
        List<Fact> added = new ArrayList<>(there.subList(same, there.size()));
        List<Fact> takenBack = new ArrayList<>();
        for (Fact fact : was.subList(same, was.size())) {
            if (!added.remove(fact)) {
                takenBack.add(fact);
            }
        }
        return added.isEmpty() && takenBack.isEmpty() ? List.of() : deltas(added, takenBack, after.lastAt());
    }

    /** Facts come in one order, so what a turn leaves alone mostly stands at the same place. */
    private static int sameFromTheFront(List<Fact> one, List<Fact> other) {
        int most = Math.min(one.size(), other.size());
        int same = 0;
        while (same < most && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static List<MetricDelta> deltas(List<Fact> added, List<Fact> takenBack, long updatedAt) {
        Booking booking = new Booking(Math.min(added.size() + takenBack.size(), ROOM));
        for (Fact fact : added) {
            booking.add(fact, false);
        }
        for (Fact fact : takenBack) {
            booking.add(fact, true);
        }
        List<MetricDelta> deltas = new ArrayList<>(booking.rows.size());
        booking.rows.forEach((key, sums) -> {
            MetricDelta delta = delta(key, sums, updatedAt);
            if (delta != null) {
                deltas.add(delta);
            }
        });
        return deltas;
    }

    /** Sums by row and figure. A conversation has some fifty facts in two or three rows, most behind one of the same row. */
    private static final class Booking {

        private final Map<MetricKey, Sums> rows = new TreeMap<>();
        private @Nullable Fact latest;
        private final int most;
        private Sums sums = new Sums(0);

        Booking(int most) {
            this.most = most;
        }

        void add(Fact fact, boolean takenBack) {
            if (latest == null || !fact.sharesRowWith(latest)) {
                MetricKey key = MetricKey.at(fact.channel(), Grain.MINUTE, fact.at(), fact.category(), fact.segment());
                sums = rows.computeIfAbsent(key, row -> new Sums(most));
            }
            latest = fact;
            sums.add(fact, takenBack);
        }
    }

    private static @Nullable MetricDelta delta(MetricKey key, Sums sums, long updatedAt) {
        sums.dropZeros();
        if (sums.isEmpty()) {
            return null;
        }
        return new MetricDelta(
                key.channel(), key.grain(), key.start(), key.category(), key.segment(), sums.figures(), updatedAt);
    }
}
