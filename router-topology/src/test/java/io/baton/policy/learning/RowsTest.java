// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the sums as they are written on paper; to the bit. */
class RowsTest {

    private static final float[] RARE = {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1f, Float.NaN, -3.5f};
    private static final int FEATURES = 135;

    private final Random random = new Random(1);

    @Test
    void numbersAreWeightedInTheirOrderAndZerosAreNoTerms() {
        for (int classes = 2; classes <= Course.MOST_CLASSES; classes++) {
            for (int times = 0; times < 500; times++) {
                float[] weights = weights(FEATURES * classes);
                float[] features = new float[FEATURES];
                for (int i = 0; i < FEATURES; i++) {
                    features[i] = random.nextInt(3) == 0 ? random.nextFloat() : rare(times % 4 == 0 ? 7 : 5);
                }
                double[] sums = new double[classes];
                for (int feature = 0; feature < FEATURES; feature++) {
                    for (int i = 0; i < classes && features[feature] != 0; i++) {
                        sums[i] += features[feature] * weights[feature * classes + i];
                    }
                }
                assertThat(bits(new Rows(weights, classes).weighted(features))).isEqualTo(bits(sums));
            }
        }
    }

    @Test
    void rowsAreAddedInTheirOrder() {
        for (int classes = 2; classes <= Course.MOST_CLASSES; classes++) {
            for (int times = 0; times < 500; times++) {
                float[] weights = weights(1_000 * classes);
                int[] rows = random.ints(random.nextInt(90), 0, 1_000).toArray();
                int count = rows.length * random.nextInt(3) / 2;
                double[] sums = new double[classes];
                for (int n = 0; n < count; n++) {
                    for (int i = 0; i < classes; i++) {
                        sums[i] += weights[rows[n] * classes + i];
                    }
                }
                assertThat(bits(new Rows(weights, classes).total(rows, count))).isEqualTo(bits(sums));
            }
        }
    }

    private float rare(int first) {
        return RARE[random.nextInt(first)];
    }

    private float[] weights(int length) {
        float[] weights = new float[length];
        for (int i = 0; i < length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        weights[0] = Float.POSITIVE_INFINITY;
        weights[1] = -0f;
        return weights;
    }

    private static long[] bits(double[] sums) {
        return java.util.Arrays.stream(sums).mapToLong(Double::doubleToLongBits).toArray();
    }
}
