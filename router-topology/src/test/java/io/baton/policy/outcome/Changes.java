// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import io.baton.state.MetricDelta;

/** Changes of rows for tests that begin behind the rules. */
public final class Changes {

    private Changes() {}

    /** What gives this delta where nothing else goes in; figures of families and distributions are left out. */
    public static RowChange of(MetricDelta delta) {
        Where where = new Where(delta.getChannel(), delta.getStart(), delta.getCategory(), delta.getSegment());
        RowChange change = RowChange.at(where, delta.getUpdatedAt(), 1);
        for (Figure figure : delta.getFigures()) {
            Measures measure =
                    Measures.valueOf(figure.getMeasure().toUpperCase().replace('-', '_'));
            change.add(new Fact(measure, "", where, (long) figure.getNumerator(), (long) figure.getDenominator()));
        }
        return change;
    }
}
