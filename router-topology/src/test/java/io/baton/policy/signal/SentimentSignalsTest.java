// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.TestRulesets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that are read from how the customer feels. */
class SentimentSignalsTest {

    private final Story story = new Story(TestRulesets.standard());

    @Tag("T05")
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false",
        "0.3, 0.2, -0.9, false",
        "0, -0.8, -0.9, true",
        "0.4, -0.6, -0.9, true",
        "-0.9, -0.9, -0.9, false",
        "0.9, 0.8, 0.1, false"
    })
    void aShiftFromNeutralToFrustratedShowsWithinAFewExchanges(
            double first, double second, double third, boolean shifted) {
        story.feels(first).replies("…").feels(second).replies("…").feels(third);
        assertThat(story.reached(Signal.SENTIMENT_SHIFT)).isEqualTo(shifted);
    }

    @Tag("T05")
    @ParameterizedTest
    @CsvSource({"-0.5, false", "-0.9, true"})
    void oneMessageMustBeVeryNegative(double sentiment, boolean reached) {
        story.feels(sentiment);
        assertThat(story.reached(Signal.NEGATIVE_SENTIMENT)).isEqualTo(reached);
    }

    @Tag("T05")
    @Test
    void twoNegativeMessagesReachAndAContentOneEndsIt() {
        story.feels(-0.5).feels(-0.5);
        assertThat(story.reached(Signal.NEGATIVE_SENTIMENT)).isTrue();
        story.feels(0.5);
        assertThat(story.reading(Signal.NEGATIVE_SENTIMENT)).isEmpty();
    }

    @Tag("T05")
    @Test
    void sentimentOfThePlatformGoesBeforeTheWords() {
        story.customer("This is terrible and useless", m -> m.setSentiment(0.2));
        assertThat(story.state.getFigures().getSentimentLast()).isEqualTo(0.2f);
        story.says("This is terrible and useless");
        assertThat(story.state.getFigures().getSentimentLast()).isNegative();
    }

    @Tag("T22")
    @ParameterizedTest
    @CsvSource({
        "0.8, 0.6, 0.1, -0.3, true",
        "0.8, 0.8, 0.8, 0.8, false",
        "-0.9, -0.9, -0.9, -0.9, false",
        "0, 0.5, 0.2, 0.6, false"
    })
    void aFallingTrendIsSeenBeforeItIsBad(double a, double b, double c, double d, boolean falling) {
        story.with(s -> {}).feels(a).feels(b).feels(c).feels(d);
        boolean bad = story.reached(Signal.NEGATIVE_SENTIMENT);
        assertThat(story.state.getFigures().getSentimentFast()
                        < story.state.getFigures().getSentimentSlow())
                .isEqualTo(falling || bad);
        assertThat(story.reached(Signal.WORSENING_TREND) && bad).isFalse();
    }

    @Tag("T22")
    @Test
    void aTrendThatReachesItsThresholdSpeaks() {
        Story eager = new Story(TestRulesets.withSignal(
                TestRulesets.standard(), Signal.WORSENING_TREND, r -> TestRulesets.withThreshold(r, 0.2)));
        eager.feels(0.8).feels(0.7).feels(0.1).feels(-0.3).feels(-0.3);
        assertThat(eager.reached(Signal.WORSENING_TREND)).isTrue();
        assertThat(eager.reached(Signal.NEGATIVE_SENTIMENT)).isFalse();
    }

    @Tag("R02")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I add a user? | 1",
                "This is bad and slow | 3",
                "THIS IS TERRIBLE AND I AM FURIOUS!!! CANCEL IT | 5",
                "I'm losing my mind here | 4"
            })
    void intensityIsReadFromMoodKeywordsAndCapitals(String text, int intensity) {
        story.says(text);
        assertThat(story.state.getFigures().getIntensity()).isEqualTo(intensity);
    }

    @Tag("R02")
    @Test
    void intensityCalmsDownByOneAMessage() {
        story.says("THIS IS TERRIBLE AND I AM FURIOUS!!! CANCEL IT").feels(0.9).feels(0.9);
        assertThat(story.state.getFigures().getIntensity()).isEqualTo(3);
    }
}
