// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a model file holds them: four significant digits, so that the file is small and what is measured is what is written. */
final class Rounding {

    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Rounding() {}

    static double number(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    static float[] floats(double[] values, int from, int to) {
        float[] rounded = new float[to - from];
        for (int i = from; i < to; i++) {
            rounded[i - from] = (float) number(values[i]);
        }
        return rounded;
    }
}
