// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationReason;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H04")
class ReasonsTest {

    private final TestHandover given = new TestHandover().customer("I cannot log in to my account");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "category-tier; category-tier; The policy leaves the category Login and access to people",
                "segment-tier; segment-tier; The policy leaves customers of this segment to people",
                "human-only; human-only; The policy lets only people answer this",
                "no-consent; no-consent; The customer has not agreed to be served by an assistant",
                "human-requested; human-requested; The customer asked for a person",
                "hard:human-requested; human-requested; The customer asked for a person",
                "hard:dispute-of-high-value; dispute-of-high-value; A high-value customer disputes a charge",
                "something-new; something-new; Two signals align."
            })
    void aRuleWithoutAReadingIsAReasonOfItsOwn(String rule, String signal, String text) {
        // given
        given.rule(rule);

        // when / then
        assertThat(reasons())
                .singleElement()
                .returns(signal, EscalationReason::getSignal)
                .returns(text, EscalationReason::getText)
                .returns(true, EscalationReason::getHard)
                .returns(List.of("e-1"), EscalationReason::getEvents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "none", "", "hard:"})
    void thereIsAlwaysAReason(String rule) {
        // given
        given.rule(rule);
        given.explanation = "";

        // when / then
        assertThat(reasons())
                .hasSize(1)
                .allSatisfy(reason -> assertThat(reason.getText()).isNotBlank());
    }

    @Test
    void theRuleOfOwnershipStandsBeforeTheSignals() {
        // given
        given.rule("category-tier").aligned(Signal.NEGATIVE_SENTIMENT, -0.5);
        given.verdictRule = "score";

        // when / then
        assertThat(reasons())
                .extracting(EscalationReason::getSignal)
                .containsExactly("category-tier", "negative-sentiment");
    }

    @Test
    void aRuleWhoseReadingIsThereIsNotNamedTwice() {
        // given
        given.rule("hard:human-requested").aligned(Signal.HUMAN_REQUESTED, 1);

        // when / then
        assertThat(reasons()).extracting(EscalationReason::getSignal).containsExactly("human-requested");
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalHasPlainWords(Signal signal) {
        // given
        Reading reading = new Reading(signal, 0.3, 0.5, 1, 1, true, false, 0, 1, "e-1");

        // when / then
        assertThat(PlainWords.of(reading, "USD")).isNotBlank().doesNotContain("%,", "%d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LOW_CONFIDENCE; 0.71; 0.85; The assistant was only 71 % sure of its answer; 85 % is the limit",
                "TOO_LONG; 95; 90; 95 s without a solution, 90 s",
                "AMOUNT_AT_STAKE; 1250; 500; 1,250 USD is at stake",
                "AMOUNT_AT_STAKE; Infinity; 500; a currency that the policy cannot convert",
                "RE_PROMPTS; 1; 1; once",
                "UNANSWERED; 600; 60; 10 min"
            })
    void numbersAreSaidAsAnAgentWould(Signal signal, double value, double threshold, String text) {
        // given
        Reading reading = new Reading(signal, value, threshold, 1, 1, true, false, 0, 1, "e-1");

        // when / then
        assertThat(PlainWords.of(reading, "USD").replace("; ", ", ")).contains(text.split(", ")[0]);
    }

    private List<EscalationReason> reasons() {
        return PacketsTest.packet(given).getReasons();
    }
}
