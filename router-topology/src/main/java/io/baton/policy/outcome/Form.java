// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.Locale;

/** What the value is. */
public enum Form {
    /** How many; the denominator reads 1. */
    COUNT,
    /** A share of conversations. */
    RATIO,
    /** A mean. */
    MEAN,
    /** A mean of durations, kept in milliseconds with their distribution. */
    DURATION,
    /** A mean of times, kept in milliseconds without a distribution. */
    TIME,
    /** A quantile of another measure's distribution: the numerator-th of denominator values in order. */
    QUANTILE,
    /** Worked out of other figures of its row when the row is written. */
    DERIVED;

    static Form of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
