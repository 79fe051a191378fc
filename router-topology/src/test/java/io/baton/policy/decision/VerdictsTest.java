// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.Weighing;
import io.baton.state.ConversationState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {

    private static final long AT = 1_772_355_600_000L;
    private static final Ruleset RULES = TestRulesets.standard();
    private static final Verdicts VERDICTS = new Verdicts(RULES);

    @ParameterizedTest(name = "{0} soft signals of strength {1}, {2} s apart: {3}")
    @CsvSource({
        // one never suffices, however strong
        "1, 1.0, 0, none",
        // two that align but score 1.5
        "2, 0.5, 0, none",
        "2, 1.0, 0, score",
        "2, 1.0, 300, score",
        // outside of the window of five minutes
        "2, 1.0, 301, none",
        "3, 1.0, 200, score",
        "3, 1.0, 301, none",
    })
    @Tag("T19")
    void signalsMustAlignWithinAWindowAndReachTheScore(int count, double strength, long apart, String rule) {
        Reading[] readings = new Reading[count];
        Signal[] soft = {Signal.NEGATIVE_SENTIMENT, Signal.RE_PROMPTS, Signal.REPEATED_QUESTIONS};
        for (int i = 0; i < count; i++) {
            readings[i] = reading(soft[i], strength, AT - i * apart * 1000);
        }

        Verdict verdict = VERDICTS.of(FlipsTest.conversation(false), weighing(readings), AT);

        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.escalate()).isEqualTo(rule.equals("score"));
    }

    @Test
    @Tag("T19")
    void signalsOutsideOfTheCountedOnesAddToTheScoreButDoNotAlign() {
        Verdict verdict = VERDICTS.of(
                FlipsTest.conversation(false),
                weighing(
                        reading(Signal.NEGATIVE_SENTIMENT, 1, AT),
                        reading(Signal.COMPLEX_TOPIC, 1, AT),
                        reading(Signal.HIGH_STAKES, 1, AT)),
                AT);

        assertThat(verdict.score()).isEqualTo(2.5);
        assertThat(verdict.aligned()).isEqualTo(1);
        assertThat(verdict.escalate()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {
                "HUMAN_REQUESTED",
                "UNANSWERED",
                "AMOUNT_AT_STAKE",
                "DISPUTED_CHARGE",
                "DISTRESS",
                "LEGAL_QUESTION",
                "NO_CONSENT",
                "HUMAN_ONLY"
            })
    void oneHardSignalSuffices(Signal signal) {
        Verdict verdict =
                VERDICTS.of(FlipsTest.conversation(false), weighing(reading(signal, 0.5, AT - 3_600_000)), AT);

        assertThat(verdict.escalate()).isTrue();
        assertThat(verdict.rule()).isEqualTo("hard:" + signal.id());
    }

    @Test
    void aHardTriggerOfThePolicySuffices() {
        Verdict verdict = VERDICTS.of(FlipsTest.conversation(true), weighing(), AT);

        assertThat(verdict.rule()).isEqualTo("hard:dispute-of-high-value");
        assertThat(verdict.explanation())
                .isEqualTo("A human takes over because of this rule: A high-value customer disputes a charge.");
    }

    @Test
    void whatTheCustomerAskedForIsNamedFirst() {
        Verdict verdict = VERDICTS.of(
                FlipsTest.conversation(false),
                weighing(reading(Signal.UNANSWERED, 1, AT), reading(Signal.HUMAN_REQUESTED, 1, AT)),
                AT);

        assertThat(verdict.rule()).isEqualTo("hard:human-requested");
    }

    @ParameterizedTest(name = "segment {0}: {1}")
    @CsvSource({"standard, false", "at-risk, true", "enterprise, true"})
    @Tag("T21")
    void customersOfHighValueOrAtRiskAreHandedOverSooner(String segment, boolean escalate) {
        ConversationState s = FlipsTest.conversation(false);
        s.getCustomer().setSegment(segment);
        Weighing same = weighing(reading(Signal.NEGATIVE_SENTIMENT, 0.6, AT), reading(Signal.RE_PROMPTS, 0.6, AT));

        assertThat(VERDICTS.of(s, same, AT).escalate()).isEqualTo(escalate);
    }

    @ParameterizedTest(name = "score {0} after review {1}: review {2}")
    @CsvSource({
        // review from 1.2 on, until the score falls below 0.8
        "1.19, false, false",
        "1.20, false, true",
        "1.19, true, true",
        "0.81, true, true",
        "0.79, true, false",
    })
    @Tag("T22")
    void reviewBeginsAtALevelAndEndsWellBelowIt(double score, boolean before, boolean review) {
        ConversationState s = FlipsTest.conversation(false);
        s.setReviewByScore(before);

        Verdict verdict = VERDICTS.of(s, weighing(reading(Signal.NEGATIVE_SENTIMENT, score / 1.5, AT)), AT);

        assertThat(verdict.review()).isEqualTo(review);
        assertThat(verdict.escalate()).isFalse();
    }

    @Test
    void anExplanationNamesTheReasonsAndTheNumbers() {
        Verdict verdict = VERDICTS.of(
                FlipsTest.conversation(false),
                weighing(reading(Signal.NEGATIVE_SENTIMENT, 1, AT), reading(Signal.RE_PROMPTS, 0.9, AT)),
                AT);

        assertThat(verdict.explanation())
                .isEqualTo("A human takes over because the mood is bad and the assistant had to ask again. "
                        + "2 signals align, 2 must, and the score is 2.85 of 2.");
    }

    @Test
    void aNoIsExplainedToo() {
        Verdict verdict = VERDICTS.of(FlipsTest.conversation(false), weighing(reading(Signal.RE_PROMPTS, 0.5, AT)), AT);

        assertThat(verdict.explanation())
                .isEqualTo("No human is needed now: 1 signal aligns, 2 must, and the score is 0.75 of 2.");
    }

    private static Weighing weighing(Reading... readings) {
        double score =
                Arrays.stream(readings).mapToDouble(Reading::contribution).sum();
        return new Weighing(List.of(readings), score, readings.length);
    }

    private static Reading reading(Signal signal, double strength, long at) {
        SignalRule rule = RULES.signal(signal);
        boolean among = RULES.escalation().among().contains(signal);
        return new Reading(
                signal, rule.threshold(), rule.threshold(), rule.weight(), strength, among, rule.hard(), at, 1, "e-1");
    }
}
