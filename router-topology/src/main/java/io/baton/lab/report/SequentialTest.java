// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

/**
 * Whether one variant solves more than another, by a test that may be looked at at any time (L08).
 *
 * <p>The mixture sequential probability ratio test of Robbins and of Johari, Pekelis and Walsh ("Always valid inference", 2015), for the
 * difference of two shares: under the hypothesis that there is none, the ratio passes 1/alpha with a probability of at most alpha,
 * however often and whenever it is looked at. The normal distribution stands in for the binomial, hence the least number.
 */
final class SequentialTest {

    /** Fewer conversations than this a variant decide nothing. */
    static final int LEAST = 100;
    /** Differences that are worth finding, as a standard deviation: five points. */
    private static final double MIXING = 0.05 * 0.05;

    private static final double ALPHA = 0.05;

    private SequentialTest() {}

    /** The likelihood of a difference over none; at 20 and more there is one. */
    static double ratio(double successesA, double a, double successesB, double b) {
        double pooled = (successesA + successesB) / (a + b);
        double variance = pooled * (1 - pooled) * (1 / a + 1 / b);
        if (variance <= 0) {
            return 1;
        }
        double difference = successesA / a - successesB / b;
        double exponent = MIXING * difference * difference / (2 * variance * (variance + MIXING));
        return Math.sqrt(variance / (variance + MIXING)) * Math.exp(exponent);
    }

    /** Whether the first is better beyond chance. */
    static boolean better(double successesA, double a, double successesB, double b) {
        return a >= LEAST
                && b >= LEAST
                && successesA / a > successesB / b
                && ratio(successesA, a, successesB, b) >= 1 / ALPHA;
    }
}
