// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.lab.learning.Encoders;
import io.baton.policy.learning.Encoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real encoder, with the model that comes in its jar. */
class MiniLmTest {

    private static final Encoder ENCODER = Encoders.find().orElseThrow();

    @Test
    void isFoundOnTheClassPath() {
        assertThat(ENCODER).isInstanceOf(MiniLm.class);
        assertThat(ENCODER.encode("Where is my order?")).hasSize(ENCODER.size());
    }

    @Test
    void theSameTextGivesTheSameVectorOfLengthOne() {
        float[] vector = ENCODER.encode("Where is my order?");

        assertThat(new MiniLm().encode("Where is my order?")).isEqualTo(vector);
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
    }

    @Test
    void whatMeansTheSameIsNearerThanWhatDoesNot() {
        float[] order = ENCODER.encode("Where is my order?");

        assertThat(dot(order, ENCODER.encode("My parcel has not arrived yet.")))
                .isGreaterThan(dot(order, ENCODER.encode("The weather is lovely in the hills.")) + 0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "😡😡",
                "我的订单在哪里？",
                "\uD83D",
                "\u0000",
                "\uFFFD",
                "\uFE0F",
                "\uDE00 broken \uD83D",
                "''''"
            })
    void anyTextHasAVector(String text) {
        assertThat(ENCODER.encode(text)).hasSize(384).doesNotContain(Float.NaN);
    }

    @Test
    void aTextOfAMegabyteHasOneToo() {
        assertThat(ENCODER.encode("It fails again. ".repeat(1 << 16)))
                .hasSize(384)
                .doesNotContain(Float.NaN);
        assertThat(ENCODER.encode("x".repeat(1 << 20))).hasSize(384).doesNotContain(Float.NaN);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
