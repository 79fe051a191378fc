// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.baton.bench.AwkwardTexts;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.text.Sketch;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconScorerTest {

    private final TextScorer scorer = new LexiconScorer(TestRulesets.standard().phrases());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is great, thank you!",
                "Not bad at all",
                "I can't wait, this is awesome",
                "no problem, that works now",
                "Thanks a lot :)",
                "👍",
                "Wunderbar, danke!",
                "C'est parfait, merci",
                "Excelente, muchas gracias"
            })
    void pleasantTextsAreAboveNeutral(String text) {
        assertThat(scorer.score(text).valence()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is terrible",
                "That was not good",
                "It never works",
                "You are not helping me",
                "It doesn\u2019t work",
                "thanks but this is useless",
                "soooo baaad",
                "🤬",
                "still nothing :(",
                "Das funktioniert nicht",
                "Ça ne marche pas, c'est nul",
                "No funciona, estoy harto"
            })
    void unpleasantTextsAreBelowNeutral(String text) {
        assertThat(scorer.score(text).valence()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Where can I change my address?",
                "I would like two tickets for Tuesday",
                "[EMAIL_1] is my address",
                "12345",
                "我想退款"
            })
    void textsWithoutFeelingAreNeutral(String text) {
        assertThat(scorer.score(text).valence()).isBetween(-0.05, 0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "very bad,                    bad",
        "this is BAD,                 this is bad",
        "this is bad!!!,              this is bad",
        "THIS APP IS SO BAD AND SLOW, this app is so bad and slow",
        "bad,                         a bit bad",
        "it is nice but awful,        it is awful but nice",
        "terrible,                    bad"
    })
    void theFirstSoundsWorseThanTheSecond(String worse, String better) {
        assertThat(scorer.score(worse).valence())
                .isLessThan(scorer.score(better).valence());
    }

    @Tag("T07")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to talk to a human",
                "can I speak to a real person please",
                "Can you get me a manager? I'd like to speak with them",
                "Please transfer me to an agent",
                "connect me with someone who can help",
                "is there someone I can talk to?",
                "I need a human",
                "Am I able to speak with a person?",
                "If I don't speak to a human soon I will leave",
                "I need a representative",
                "get me your manager",
                "get me a real person",
                "Agent!",
                "human please",
                "REPRESENTATIVE",
                "why can't I speak to a human",
                "I don't want a bot, I want to speak to a human",
                "I don't want a bot I want a human",
                "I do not want to talk to this bot any more, get me a human agent",
                "let me speak to your supervisor",
                "put me through to customer service",
                "escalate this to a manager",
                "Ich möchte mit einem Menschen sprechen",
                "Je voudrais parler à un conseiller",
                "Quiero hablar con un agente"
            })
    void aRequestForAHumanIsHeard(String text) {
        assertThat(scorer.score(text).humanRequest()).isTrue();
    }

    @Tag("T07")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't want to talk to a human",
                "no need for a human",
                "I do not need to speak to an agent, thanks",
                "I'd rather not speak to someone",
                "a human is not needed",
                "am I talking to a human?",
                "are you a real person?",
                "a table for one person",
                "two people please",
                "How do I add an agent to my team?",
                "The human resources module fails",
                "someone changed my password"
            })
    void whatIsNoRequestForAHumanIsNotHeardAsOne(String text) {
        assertThat(scorer.score(text).humanRequest()).isFalse();
    }

    @Tag("T06")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cancel my account | 1",
                "I am angry and I want to complain | 2",
                "I was cancelling it yesterday | 1",
                "I don't want to cancel | 0",
                "please do not cancel it | 0",
                "I'm not angry | 0",
                "You can't cancel it? | 1",
                "All fine here | 0"
            })
    void escalationKeywordsCountUnlessTheyAreDenied(String text, int count) {
        assertThat(scorer.score(text).escalation()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "No, thank you, that's all.",
                "ok great thanks",
                "Thank you for your help, have a nice day",
                "bye",
                "Perfect, the sync works now, thanks",
                "Danke!"
            })
    void thanksAndGoodbyesAreMereCourtesy(String text) {
        assertThat(scorer.score(text).courtesy()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, but I still can't log in",
                "Thanks. One more question: where is my invoice?",
                "thanks, please also cancel my other order",
                "Thanks, refund please",
                "thanks, that was useless",
                "thank you, connect me to an agent",
                "Where is my invoice"
            })
    void whatAsksForMoreIsNoMereCourtesy(String text) {
        assertThat(scorer.score(text).courtesy()).isFalse();
    }

    @Tag("T08")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my invoice for March? | Where is my invoice for March",
                "my calendar sync is not working | The calendar sync still does not work!",
                "How do I export all my contacts | please tell me how I export my contacts"
            })
    void theSameSaidAgainHasASimilarSketch(String first, String second) {
        assertThat(alike(first, second)).isGreaterThanOrEqualTo(Tally.ALIKE);
    }

    @Tag("T08")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my invoice for March? | How do I invite a colleague?",
                "a flight to San Diego on Monday | a hotel in San Jose from Friday",
                "yes please | yes please",
                "ok | ok"
            })
    void whatIsNewOrSaysNothingIsNotAlike(String first, String second) {
        assertThat(alike(first, second)).isLessThan(Tally.ALIKE);
    }

    @Tag("T17")
    @ParameterizedTest
    @CsvSource({
        "I dispute this charge, true",
        "You charged me twice, true",
        "There is an unauthorised charge on my card, true",
        "I was not charged twice, false",
        "When will I be charged?, false"
    })
    void aDisputedChargeIsHeardInClearWords(String text, boolean disputed) {
        assertThat(scorer.score(text).disputed()).isEqualTo(disputed);
    }

    @Tag("T02")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sorry, I didn't understand that. Could you rephrase? | true",
                "I'm not sure what you mean. | true",
                "Which city are you flying from? | false",
                "What date would you like? | false"
            })
    void aRePromptIsToldFromAQuestionForADetail(String text, boolean rePrompt) {
        assertThat(scorer.score(text).rePrompt()).isEqualTo(rePrompt);
    }

    @Test
    void aLongTextIsReadWholly() {
        TextFeatures features = scorer.score("word ".repeat(3000) + "get me a human");
        assertThat(features.words()).isEqualTo(3004);
        assertThat(features.humanRequest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u02BC", "\u02BC ", "it\u02BC is bad", "bad \u02BC\u02BC", "\u02BCtis bad"})
    void anApostropheThatUnicodeCallsALetterBeginsNoWord(String text) {
        assertThat(scorer.score(text).words()).isLessThanOrEqualTo(3);
    }

    /** What is quadratic takes hours here. */
    @TestFactory
    Stream<DynamicTest> endlessTextsAreReadInTimeInProportionToTheirLength() {
        return AwkwardTexts.endless(1_000_000).stream()
                .map(text -> DynamicTest.dynamicTest(
                        "\"" + text.substring(0, 12) + "\" and so on",
                        () -> assertTimeoutPreemptively(
                                Duration.ofSeconds(60),
                                () -> assertThat(scorer.score(text).valence()).isBetween(-1.0, 1.0))));
    }

    private double alike(String first, String second) {
        return Sketch.similarity(
                scorer.score(first).sketch(), scorer.score(second).sketch());
    }
}
