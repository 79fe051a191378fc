// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * Decides for a class as {@link TextModel#decide} does, without a logarithm a class where the decision is no close one.
 *
 * <p>The largest sum of logarithm and offset is the largest product of probability and exponential of the offset. The sums are at most
 * 128 and off by less than 1e-13, the products by less than 1e-14 of themselves; a product that leads by a billionth therefore has
 * the larger sum. Anything closer, and any offset beyond 100, is left to the sums.
 */
final class Offsets {

    private static final double CLEAR = 1 - 1e-9;
    private static final double MOST = 100;

    private final double[] offsets;
    private final double[] factors;

    /** @param offsets one a class; not to be changed */
    Offsets(double[] offsets) {
        this.offsets = offsets;
        this.factors = new double[offsets.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Math.abs(offsets[i]) <= MOST ? StrictMath.exp(offsets[i]) : Double.NaN;
        }
    }

    /** Place of the class that is decided for. */
    int decide(double[] probabilities) {
        int best = 0;
        double most = 0;
        double next = 0;
        for (int i = 0; i < factors.length; i++) {
            double value = (probabilities[i] + TextModel.LEAST) * factors[i];
            if (Double.isNaN(value)) {
                return TextModel.decide(probabilities, offsets);
            }
            if (value > most) {
                next = most;
                most = value;
                best = i;
            } else {
                next = Math.max(next, value);
            }
        }
        return most * CLEAR > next ? best : TextModel.decide(probabilities, offsets);
    }
}
