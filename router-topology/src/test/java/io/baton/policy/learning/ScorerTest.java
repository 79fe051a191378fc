// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.baton.policyfile.ShippedWords;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTest {

    private final TextModel model = Models.any(3);
    private final Scorer scorer = new Scorer(model, ShippedWords.scorer());

    static String[] oddTexts() {
        return new String[] {
            "",
            "   \n\t ",
            "😡😡😡🤬",
            "?!?!?!",
            "我的订单在哪里？我已经等了三个星期了！",
            "أين طلبي؟ هذا غير مقبول",
            "Где мой заказ?",
            "\uD83D",
            "\uDE00 broken \uD83D",
            "''''''",
            "ʼʼʼ",
            "\u0000\u0001",
            "word ".repeat(200_000),
            "x".repeat(1 << 20),
            "!".repeat(1 << 20)
        };
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void anyTextGetsAScoreOnEitherSide(String text) {
        Course course = model.begin();

        scorer.replied(course, text);
        Score score = scorer.customerSaid(course, text);
        Score end = scorer.closed(course);

        assertThat(Arrays.stream(score.probabilities()).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(end.probabilities()).sum()).isCloseTo(1, within(1e-9));
        assertThat(model.classes()).contains(score.label(), end.label());
    }

    @Test
    void anEndWithoutAnyMessageGetsAScore() {
        assertThat(Arrays.stream(scorer.closed(model.begin()).probabilities()).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsSaidLaterDoesNotChangeAScore() {
        Course alone = model.begin();
        double[] first =
                scorer.customerSaid(alone, "It does not work").probabilities().clone();

        Course longer = model.begin();
        double[] same = scorer.customerSaid(longer, "It does not work").probabilities();
        scorer.replied(longer, "Sorry about that");
        scorer.customerSaid(longer, "Never mind, it works now");

        assertThat(same).isEqualTo(first);
    }

    @Test
    void whatTheOtherSideSaidCounts() {
        Course one = model.begin();
        Course other = model.begin();
        scorer.replied(one, "I am sorry, I could not book it.");
        scorer.replied(other, "Your table is booked.");

        assertThat(scorer.customerSaid(one, "ok").probabilities())
                .isNotEqualTo(scorer.customerSaid(other, "ok").probabilities());
    }

    @Test
    void numbersAreOneWord() {
        assertThat(scorer.customerSaid(model.begin(), "order 1234").probabilities())
                .isEqualTo(scorer.customerSaid(model.begin(), "order 98").probabilities());
    }

    @Test
    void aModelWhoseNumbersDoNotFitOneAnotherIsRefused() {
        TextModel.Weights weights = model.weights();

        assertThatThrownBy(() -> new TextModel(new TextModel.Weights(
                        weights.classes(),
                        new float[3],
                        weights.buckets(),
                        weights.hashed(),
                        weights.closing(),
                        1,
                        weights.offsets(),
                        weights.closingOffsets())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense weight");
    }
}
