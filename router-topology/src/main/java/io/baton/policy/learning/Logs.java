// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/** Logarithms of the small whole numbers that messages count, looked up: Java calls out of itself for each. */
final class Logs {

    /** As many as a text has words that are looked at, and more turns than nearly every conversation. */
    private static final double[] KNOWN = new double[Tokens.MOST + 1];

    static {
        for (int n = 0; n < KNOWN.length; n++) {
            KNOWN[n] = Math.log1p(n);
        }
    }

    private Logs() {}

    /** {@link Math#log1p} of a whole number, to the bit. */
    static double log1p(int n) {
        return n >= 0 && n < KNOWN.length ? KNOWN[n] : Math.log1p(n);
    }
}
