// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.policy.ruleset.TestRulesets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that are read from what the assistant says. */
class ReplySignalsTest {

    private final Story story = new Story(TestRulesets.standard());

    @Tag("T01")
    @ParameterizedTest
    @CsvSource({"0.95, 0", "0.85, 0", "0.84, 0.511", "0.6375, 0.75", "0.425, 1", "0.1, 1"})
    void lowConfidenceIsTheStrongerTheFartherBelow(double confidence, double strength) {
        story.says("hello there").reply("answer", r -> r.setConfidence(confidence));
        assertThat(story.reading(Signal.LOW_CONFIDENCE).map(Reading::strength).orElse(0.0))
                .isCloseTo(strength, within(0.001));
    }

    @Tag("T01")
    @Test
    void aConfidentReplyEndsLowConfidenceAndOneWithoutSaysNothing() {
        story.says("hello there").reply("answer", r -> r.setConfidence(0.3)).replies("another");
        assertThat(story.value(Signal.LOW_CONFIDENCE)).isEqualTo(0.3);
        story.reply("answer", r -> r.setConfidence(0.9));
        assertThat(story.reading(Signal.LOW_CONFIDENCE)).isEmpty();
    }

    @Tag("T02")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Which one? | true | true",
                "Which one? | false | false",
                "Which one? | - | false",
                "Sorry, could you rephrase that? | - | true",
                "Sorry, could you rephrase that? | false | false"
            })
    void secondReplyThatAsksAgainReachesRePrompts(String text, Boolean clarification, boolean reached) {
        story.says("it is broken");
        story.reply(text, r -> r.setClarification(clarification)).says("I said it is broken");
        assertThat(story.reached(Signal.RE_PROMPTS)).isFalse();
        story.reply(text, r -> r.setClarification(clarification));
        assertThat(story.reached(Signal.RE_PROMPTS)).isEqualTo(reached);
    }

    @Tag("T04")
    @Test
    void repliesWithoutASolutionCountInTheEpisode() {
        for (int i = 0; i < 9; i++) {
            story.says("question " + i).replies("answer " + i);
        }
        assertThat(story.reached(Signal.UNRESOLVED_TURNS)).isFalse();
        story.replies("answer");
        assertThat(story.value(Signal.UNRESOLVED_TURNS)).isEqualTo(10);
    }

    @Tag("T08")
    @Test
    void aThirdClarificationInARowCountsAsRepetition() {
        for (int i = 0; i < 2; i++) {
            story.says("topic " + i).reply("Which one?", r -> r.setClarification(true));
        }
        assertThat(story.reached(Signal.REPEATED_QUESTIONS)).isFalse();
        story.reply("Which one?", r -> r.setClarification(true));
        assertThat(story.reached(Signal.REPEATED_QUESTIONS)).isTrue();
    }

    @Tag("T28")
    @ParameterizedTest
    @CsvSource({"reset-password, reset-password, true", "reset-password, clear-cache, false"})
    void theSameSuggestionAgainIsNoticed(String first, String second, boolean again) {
        story.says("I cannot log in").reply("Try this", r -> r.setAction(first));
        story.says("no change").reply("Try that", r -> r.setAction(second));
        assertThat(story.reached(Signal.REPEATED_SUGGESTION)).isEqualTo(again);
    }

    @Tag("T28")
    @Test
    void aCustomerWhoHasTriedItAlreadySaysSoOnlyAfterASuggestion() {
        story.says("I already tried a reset");
        assertThat(story.reached(Signal.REPEATED_SUGGESTION)).isFalse();
        story.replies("Please reset your password").says("I already tried that");
        assertThat(story.reached(Signal.REPEATED_SUGGESTION)).isTrue();
    }

    @Tag("T28")
    @Test
    void theSameLongAnswerAgainCountsWhereNoActionIsNamed() {
        String answer = "Please open the settings, choose the calendar page and switch the sync off and on.";
        story.says("sync is broken").replies(answer).says("no change").replies(answer);
        assertThat(story.reached(Signal.REPEATED_SUGGESTION)).isTrue();
    }
}
