// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.solution;

/**
 * The 95 % interval of a share by Wilson's score (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", 1927), which stays within 0 and 1 and is honest about few cases.
 *
 * @param low 0 to 1
 * @param high low to 1
 */
record Wilson(double low, double high) {

    /** Quantile of the normal distribution for 95 % in the middle. */
    private static final double Z = 1.959964;

    /** @param of how many there were; 0 = nothing is known */
    static Wilson of(long hits, long of) {
        if (of <= 0) {
            return new Wilson(0, 1);
        }
        double share = Math.min(1, Math.max(0, (double) hits / of));
        double square = Z * Z / of;
        double middle = share + square / 2;
        double reach = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return new Wilson(rounded((middle - reach) / (1 + square)), rounded((middle + reach) / (1 + square)));
    }

    /** To three places, so that a packet reads well. */
    private static double rounded(double share) {
        return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 1_000.0;
    }
}
