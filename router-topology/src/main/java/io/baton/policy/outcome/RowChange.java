// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Grain;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn changes in one row of figures: the facts that are new in it and those that hold no longer.
 *
 * <p>Facts and not their sums, for they are added up by the thread that has found them: of a sum of one value there is nothing to
 * encode, to send and to decode again.
 */
public final class RowChange {

    private final MetricKey key;
    private final long updatedAt;
    private final List<Fact> added;
    private final List<Fact> takenBack = new ArrayList<>(0);

    private RowChange(MetricKey key, long updatedAt, int most) {
        this.key = key;
        this.updatedAt = updatedAt;
        this.added = new ArrayList<>(most);
    }

    /**
     * A change of the minute that facts of there belong to, with nothing in it.
     *
     * @param most how many facts it will hardly exceed
     */
    static RowChange at(Where where, long updatedAt, int most) {
        MetricKey key = MetricKey.at(where.channel(), Grain.MINUTE, where.at(), where.category(), where.segment());
        return new RowChange(key, updatedAt, most);
    }

    void add(Fact fact) {
        added.add(fact);
    }

    void takeBack(Fact fact) {
        takenBack.add(fact);
    }

    /** The row. */
    public MetricKey key() {
        return key;
    }

    /** Time of the last event that went in, epoch milliseconds. */
    public long updatedAt() {
        return updatedAt;
    }

    List<Fact> added() {
        return added;
    }

    List<Fact> takenBack() {
        return takenBack;
    }

    /** Whether all of it cancels out, so that the row stays as it is: a fact may have moved within its minute. */
    boolean isNothing() {
        return cancelOut(added) && cancelOut(takenBack);
    }

    /** Mostly false of the very first one, so that one walk through the facts is all there is to it. */
    private boolean cancelOut(List<Fact> some) {
        for (Fact fact : some) {
            if (!cancelsOut(fact)) {
                return false;
            }
        }
        return true;
    }

    private boolean cancelsOut(Fact one) {
        FigureSum sum = new FigureSum(one.measure().id());
        for (Fact fact : added) {
            if (fact.sharesFigureWith(one)) {
                sum.add(fact);
            }
        }
        for (Fact fact : takenBack) {
            if (fact.sharesFigureWith(one)) {
                sum.takeBack(fact);
            }
        }
        return sum.isZero();
    }
}
