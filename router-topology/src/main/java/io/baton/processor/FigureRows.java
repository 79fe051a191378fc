// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.outcome.FigureSums;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** The sums of figures that wait to be sent on, by metric key. */
interface FigureRows {

    /** What is kept itself: whoever changes it must {@link #put} it, or no commit will know. */
    @Nullable
    FigureSums get(String key);

    /** @param sums null where the row goes */
    void put(String key, @Nullable FigureSums sums);

    /** How many rows there are, about. */
    long size();

    /** All rows in the order of the keys' bytes, so that what is sent on does not tell the layouts apart. */
    List<KeyValue<String, FigureSums>> all();
}
