// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    private static final double[] RARE = {Double.NaN, Double.POSITIVE_INFINITY, -800, 800, 99.9, -99.9, -0.0};

    private final Random random = new Random(1);

    @Test
    void decidesAsTheLogarithmsDo() {
        for (int i = 0; i < 200_000; i++) {
            int classes = 2 + random.nextInt(Course.MOST_CLASSES - 1);
            double[] offsets = random.doubles(classes, -3, 3).toArray();
            double[] probabilities =
                    random.doubles(classes, -40, 0).map(Math::exp).toArray();
            if (i % 4 == 1) {
                offsets[random.nextInt(classes)] = RARE[random.nextInt(RARE.length)];
            }
            if (i % 8 == 3) {
                probabilities[random.nextInt(classes)] = random.nextBoolean() ? 0 : Double.NaN;
            }
            assertSame(probabilities, offsets);
        }
    }

    @Test
    void decidesAsTheLogarithmsDoWhereTwoClassesAreAsGoodAsEqual() {
        for (int i = 0; i < 200_000; i++) {
            double offset = random.nextDouble() * 4 - 2;
            double first = random.nextDouble() / 10;
            double second = (first + TextModel.LEAST) * Math.exp(offset) - TextModel.LEAST;
            second += (random.nextInt(9) - 4) * Math.ulp(second) * (i % 2 == 0 ? 1 : 1e6);
            assertSame(new double[] {first, second, 0}, new double[] {offset, 0, offset});
        }
    }

    private static void assertSame(double[] probabilities, double[] offsets) {
        assertThat(new Offsets(offsets).decide(probabilities)).isEqualTo(TextModel.decide(probabilities, offsets));
    }
}
