// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.outcome.FigureSums;
import io.baton.policy.outcome.MetricKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums of figures that wait to be sent on, by row. */
interface FigureRows {

    /** What is kept itself: whoever changes it must {@link #put} it, or no commit will know. */
    @Nullable
    FigureSums get(MetricKey row);

    void put(FigureSums sums);

    void remove(FigureSums sums);

    /** How many rows there are, about. */
    long size();

    /** All rows in the order of the bytes of their {@link FigureSums#text}, so that what is sent on does not tell the layouts apart. */
    List<FigureSums> all();
}
