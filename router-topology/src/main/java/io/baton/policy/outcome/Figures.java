// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn changes in the figures: what the conversation contributes after it, less what it contributed before.
 *
 * <p>A contribution is a function of the state of the conversation, filed under the time of the fact itself. So whatever
 * comes late (an event, another category, a survey days after the end, a reopening) moves exactly its own share from the
 * windows it was in to those it belongs to, and the sum over all windows is always the sum over all conversations.
 */
public final class Figures {

    /** Facts of the rows behind the first. */
    private static final int FEW = 8;

    private static final Comparator<RowChange> BY_KEY = Comparator.comparing(RowChange::key);

    private Figures() {}

    /**
     * What to add to which minutes, in the order of the rows; empty for most turns. Hours and days are sums of minutes, and are
     * added up where windows are kept, see {@link MetricKey#rows}.
     *
     * @param before the conversation before the turn; null where it did not exist
     * @param after the conversation after the turn
     */
    public static List<RowChange> diff(@Nullable OutcomeView before, OutcomeView after) {
        if (before != null && before.countsAs(after)) {
            return List.of();
        }
        List<Fact> there = Fact.of(after);
        List<Fact> was = before == null ? List.of() : Fact.of(before);
        int same = sameFromTheFront(there, was);
        List<Fact> added = same == 0 ? there : there.subList(same, there.size());
        Rows rows = new Rows(after.lastAt(), added.size());
        for (int i = same; i < was.size(); i++) {
            if (!added.remove(was.get(i))) {
                rows.of(was.get(i)).takeBack(was.get(i));
            }
        }
        added.forEach(fact -> rows.of(fact).add(fact));
        return rows.changed();
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

    /** Facts by row. A conversation has some fifty in two or three rows, most behind one of the same row. */
    private static final class Rows {

        private final long updatedAt;
        private final int most;
        private final List<RowChange> rows = new ArrayList<>(4);
        private @Nullable RowChange latest;
        private @Nullable Where where;

        Rows(long updatedAt, int most) {
            this.updatedAt = updatedAt;
            this.most = most;
        }

        @SuppressWarnings(
                "ReferenceEquality") // facts of the same place share it; if not, the row is found all the same
        RowChange of(Fact fact) {
            if (latest == null || fact.where() != where) {
                where = fact.where();
                latest = find(where);
            }
            return latest;
        }

        private RowChange find(Where place) {
            for (RowChange row : rows) {
                if (row.key().holds(place)) {
                    return row;
                }
            }
            RowChange row = RowChange.at(place, updatedAt, rows.isEmpty() ? most : FEW);
            rows.add(row);
            return row;
        }

        List<RowChange> changed() {
            rows.removeIf(RowChange::isNothing);
            rows.sort(BY_KEY);
            return rows;
        }
    }
}
