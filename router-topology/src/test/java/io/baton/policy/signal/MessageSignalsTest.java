// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.TestRulesets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that are read from what the customer says and from what is known of customer and topic. */
class MessageSignalsTest {

    private final Story story = new Story(TestRulesets.standard());

    @ParameterizedTest
    @Tag("T06")
    @Tag("T07")
    @Tag("T12")
    @Tag("T18")
    @Tag("T24")
    @Tag("T25")
    @CsvSource(
            delimiter = '|',
            value = {
                "I want to cancel | ESCALATION_KEYWORDS | 1",
                "I am angry, this is ridiculous | ESCALATION_KEYWORDS | 2",
                "speak to a human | HUMAN_REQUESTED | 1",
                "we are switching to a competitor | CONSIDERING_ALTERNATIVES | 2",
                "I'm losing my mind | DISTRESS | 0.6",
                "this is urgent | URGENCY | 0.6",
                "urgent, it is an emergency | URGENCY | 0.84",
                "does this comply with the GDPR? | LEGAL_QUESTION | 1"
            })
    void wordsAreHeard(String text, Signal signal, double value) {
        story.says(text);
        assertThat(story.value(signal)).isEqualTo(value);
    }

    @ParameterizedTest
    @Tag("T06")
    @Tag("T12")
    @Tag("T18")
    @Tag("T24")
    @Tag("T25")
    @CsvSource(
            delimiter = '|',
            value = {
                "I don't want to cancel | ESCALATION_KEYWORDS",
                "I'm not switching to another product | CONSIDERING_ALTERNATIVES",
                "it is not urgent | URGENCY",
                "I am not in tears | DISTRESS",
                "I'm not going to sue anybody | LEGAL_QUESTION"
            })
    void deniedWordsAreNot(String text, Signal signal) {
        story.says(text);
        assertThat(story.reading(signal)).isEmpty();
    }

    @Test
    @Tag("T07")
    void theButtonForAHumanIsHardAtAnyTurn() {
        story.says("hello there").replies("hi").asksForHuman();
        assertThat(story.reading(Signal.HUMAN_REQUESTED))
                .hasValueSatisfying(r -> assertThat(r.hard()).isTrue());
    }

    @Test
    @Tag("T08")
    void sayingTheSameAgainCounts() {
        story.says("Where is my invoice for March?").replies("In the archive.");
        story.says("No. Where is the invoice for March?");
        assertThat(story.value(Signal.REPEATED_QUESTIONS)).isEqualTo(1);
    }

    @ParameterizedTest
    @Tag("T10")
    @Tag("T27")
    @CsvSource({"how-to, false, false", "billing, false, true", "data-loss, true, true", ", false, false"})
    void complexityAndStakesFollowTheCategory(String category, boolean complex, boolean stakes) {
        story.with(s -> s.setCategory(category)).says("hello there");
        assertThat(story.reached(Signal.COMPLEX_TOPIC)).isEqualTo(complex);
        assertThat(story.reached(Signal.HIGH_STAKES)).isEqualTo(stakes);
    }

    @ParameterizedTest
    @Tag("T11")
    @CsvSource({"49999, false", "50000, true", ", false"})
    void anAccountIsOfHighValueFromTheThreshold(Double value, boolean high) {
        story.with(s -> s.getCustomer().setAnnualValue(value)).says("hello there");
        assertThat(story.reached(Signal.HIGH_VALUE)).isEqualTo(high);
    }

    @ParameterizedTest
    @Tag("T17")
    @CsvSource({"499.99, USD, false", "500, USD, true", "460, EUR, true", "500, , true", "1, XTS, true"})
    void anAmountCountsInTheDefaultCurrencyAndAnUnknownOneTiersUp(double amount, String currency, boolean reached) {
        story.customer("about my bill", m -> {
            m.setAmount(amount);
            m.setCurrency(currency);
        });
        assertThat(story.reached(Signal.AMOUNT_AT_STAKE)).isEqualTo(reached);
    }

    @Test
    @Tag("T17")
    void amountAndDisputeStayKnownUntilTheEpisodeEnds() {
        story.customer("about my bill", m -> m.setAmount(200.0)).says("I dispute this charge");
        assertThat(story.state.getAmount()).isEqualTo(200);
        assertThat(story.state.getDisputed()).isTrue();
        assertThat(story.reached(Signal.DISPUTED_CHARGE)).isTrue();
    }

    @ParameterizedTest
    @Tag("T17")
    @CsvSource({"true, true", "false, false", ", false"})
    void aChargeThatThePlatformCallsDisputedIsOne(Boolean flag, boolean disputed) {
        story.customer("about my bill", m -> m.setDisputed(flag));
        assertThat(story.reached(Signal.DISPUTED_CHARGE)).isEqualTo(disputed);
    }

    @Test
    @Tag("T23")
    void theTopicDriftsWhenTheCategoryChangesNotWhenItIsFirstKnown() {
        story.with(s -> s.setCategory(null)).says("hello there");
        story.with(s -> s.setCategory("billing")).says("about my bill");
        assertThat(story.reached(Signal.TOPIC_DRIFT)).isFalse();
        story.with(s -> s.setCategory("login")).says("and my login");
        assertThat(story.reached(Signal.TOPIC_DRIFT)).isTrue();
    }

    @ParameterizedTest
    @Tag("T26")
    @CsvSource({"0.9, false", "0.5, false", "0.49, true", ", false"})
    void anUnclearIntentSpeaksBelowTheThreshold(Double confidence, boolean unclear) {
        story.customer("hm", m -> m.setIntentConfidence(confidence));
        assertThat(story.reached(Signal.UNCLEAR_INTENT)).isEqualTo(unclear);
    }

    @ParameterizedTest
    @Tag("G04")
    @CsvSource({"false, true", "true, false", ", false"})
    void onlyARefusedConsentSpeaks(Boolean consent, boolean reached) {
        story.with(s -> s.getCustomer().setAutomationConsent(consent)).says("hello there");
        assertThat(story.reached(Signal.NO_CONSENT)).isEqualTo(reached);
    }

    @ParameterizedTest
    @Tag("R01")
    @CsvSource({"1, false", "2, false", "3, true"})
    void tierThreeIsForHumansOnly(int tier, boolean reached) {
        story.with(s -> s.setTier(tier));
        assertThat(story.replies("hello").reached(Signal.HUMAN_ONLY)).isFalse();
        assertThat(story.says("hello there").reached(Signal.HUMAN_ONLY)).isEqualTo(reached);
    }
}
