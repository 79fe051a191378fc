// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

/**
 * What one figure of a row has come to.
 *
 * @param values distribution of what went in; empty where the measure has none
 */
record Tally(long numerator, long denominator, LogHistogram values) {

    static final Tally ZERO = new Tally(0, 0, LogHistogram.EMPTY);
}
