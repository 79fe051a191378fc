// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationRaised;
import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.event.Mood;
import io.baton.event.ProductSignalReported;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.CategoryRule.Mode;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Signal;
import io.baton.state.CustomerJourney;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mood, anomalies, next step, what the customer is told, completeness. */
class AdviceTest {

    private static final long START = TestHandover.START;

    private final TestHandover given = new TestHandover()
            .customer("I cannot log in to my account")
            .assistant("Try the reset link.", "reset-password", 0.7)
            .customer("No");

    @ParameterizedTest(name = "{0}, sentiment {1}, intensity {2}: {3}, {4}")
    @CsvSource({
        "DISTRESS,                 0.0,  3, distressed, critical",
        "ESCALATION_KEYWORDS,     -0.7,  3, angry,      high",
        "NEGATIVE_SENTIMENT,      -0.7,  4, angry,      high",
        "NEGATIVE_SENTIMENT,      -0.7,  3, frustrated, normal",
        "CONSIDERING_ALTERNATIVES, 0.1,  2, frustrated, normal",
        "RE_PROMPTS,              -0.4,  2, frustrated, normal",
        "URGENCY,                  0.0,  2, impatient,  high",
        "RE_PROMPTS,               0.3,  1, impatient,  normal",
        "HUMAN_REQUESTED,          0.3,  1, calm,       normal",
        "HUMAN_REQUESTED,          0.0,  1, neutral,    normal"
    })
    @Tag("H11")
    @Tag("T24")
    void moodAndUrgencyFollowFromSentimentAndSignals(
            Signal signal, float sentiment, int intensity, String label, String urgency) {
        // given
        given.aligned(signal, 1);
        given.state.getFigures().setSentimentSeen(2);
        given.state.getFigures().setSentimentLast(sentiment);
        given.state.getFigures().setIntensity(intensity);

        // when
        EscalationRaised packet = packet();

        // then
        assertThat(packet.getMood())
                .returns(label, Mood::getLabel)
                .returns(intensity, Mood::getIntensity)
                .returns(urgency, Mood::getUrgency);
        assertThat(packet.getUrgency()).isEqualTo(urgency);
    }

    @Test
    @Tag("H11")
    void theMoodTellsTheTrendAndWhatElseToKnow() {
        // given
        given.aligned(Signal.CONSIDERING_ALTERNATIVES, 1);
        given.state.getFigures().setSentimentSlow(0.1f);
        given.state.getFigures().setSentimentFast(-0.35f);
        given.state.getCustomer().setAtRisk(true);
        given.state.setEpisode(2);

        // when / then
        assertThat(packet().getMood().getTrend()).isEqualTo(-0.45);
        assertThat(packet().getMood().getFlags())
                .containsExactly("considering-alternatives", "handed-back-before", "at-risk");
        assertThat(packet().getSummary()).contains("frustrated (1 of 5) and it is getting worse");
    }

    @Test
    @Tag("H10")
    void theNextStepAvoidsWhatWasTriedAndStartsWithFeelings() {
        // given
        given.aligned(Signal.NEGATIVE_SENTIMENT, -0.5);
        given.state.getCustomer().setDedicatedContact("am-7");

        // when / then
        assertThat(packet().getSuggestedStep())
                .isEqualTo("Start with the customer's feelings: say what went wrong and that you stay on it."
                        + " Take a way that has not been tried. Look up what identifies the issue (account, what"
                        + " happened), then answer. Do not suggest again: reset-password."
                        + " Let the dedicated contact know: am-7.");
    }

    @Test
    @Tag("H10")
    void theStepOfTheCategoryComesBeforeADerivedOne() {
        // given
        given.rules = TestRulesets.withCategory(
                given.rules,
                new CategoryRule(
                        "login",
                        "Login",
                        2,
                        2,
                        1,
                        Mode.AI_FIRST,
                        false,
                        8,
                        3.5,
                        List.of(),
                        "Check the SSO log.",
                        null));
        given.aligned(Signal.UNCLEAR_INTENT, 0.3);

        // when / then
        assertThat(packet().getSuggestedStep()).isEqualTo("Check the SSO log. Do not suggest again: reset-password.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DISTRESS, Make sure that the customer is all right",
        "LEGAL_QUESTION, Give no assessment",
        "DISPUTED_CHARGE, Look up the charge in billing",
        "RE_PROMPTS, Confirm in one sentence what the customer wants"
    })
    @Tag("H10")
    void otherwiseTheStepFollowsFromTheReason(Signal signal, String step) {
        assertThat(packet(given.aligned(signal, 2)).getSuggestedStep()).contains(step);
    }

    @Test
    @Tag("H12")
    void anomaliesNameIncidentsSignalsAndRisk() {
        // given
        given.incidents.add(incident("inc-1", 0, IncidentPhase.OPENED, List.of("login")));
        given.incidents.add(incident("inc-2", 0, IncidentPhase.OPENED, List.of("billing")));
        given.incidents.add(incident("inc-3", 0, IncidentPhase.OPENED, List.of()));
        given.incidents.add(incident("inc-3", 1, IncidentPhase.CLOSED, List.of()));
        given.journey = CustomerJourney.newBuilder()
                .setSignals(List.of(
                        signal("s-1", Duration.ofDays(40), null),
                        signal("s-2", Duration.ofDays(2), "Sync stopped for [EMAIL_3]")))
                .build();
        given.state.getCustomer().setUsageChange(-0.45f);
        given.state.getCustomer().setRenewalDay((int) LocalDate.of(2026, 3, 9).toEpochDay());
        given.aligned(Signal.URGENCY, 0.9);

        // when
        EscalationRaised packet = packet();

        // then
        assertThat(packet.getCustomer().getAnomalies())
                .containsExactly(
                        "Open incident inc-1: outage, investigating",
                        "integration-stopped of sync (2.50) since 2026-03-02: Sync stopped for [EMAIL]",
                        "Usage is down by 45 %",
                        "Renewal is due on 2026-03-09");
        assertThat(packet.getSuggestedStep()).startsWith("Check the open incident inc-1 first.");
        assertThat(packet.getMood().getUrgency()).isEqualTo("critical");
        assertThat(packet.getCustomerMessage())
                .isEqualTo("A colleague takes over and can see everything that was said. We are on it.");
    }

    @Test
    @Tag("H16")
    void theCustomerIsToldWhatFitsTheReason() {
        assertThat(packet(given.aligned(Signal.HUMAN_REQUESTED, 1)).getCustomerMessage())
                .isEqualTo("You asked for a person. A colleague takes over now.");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "score,         NEGATIVE_SENTIMENT, generic",
        "score,         DISPUTED_CHARGE,    charge",
        "category-tier, NEGATIVE_SENTIMENT, people",
        "other,         NEGATIVE_SENTIMENT, standard"
    })
    @Tag("H16")
    void theTextIsThatOfTheStrongestReasonThatHasOne(String rule, Signal signal, String text) {
        // given
        given.rules = TestPolicies.saying(
                Map.of("default", "standard", "score", "generic", "disputed-charge", "charge", "human-only", "people"),
                given.rules);

        // when / then
        assertThat(packet(given.rule(rule).aligned(signal, 1)).getCustomerMessage())
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} s from {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "600; 2026-03-04T10:00:00Z; within 10 minutes",
                "60; 2026-03-04T10:00:00Z; within a minute",
                "9000; 2026-03-04T10:00:00Z; within 3 hours",
                "0; 2026-03-04T10:00:00Z; as soon as possible",
                "600; 2026-03-06T19:00:00Z; by Monday, 9 March at 08:10 (Europe/Berlin)"
            })
    @Tag("H16")
    void theExpectationIsTrue(long seconds, Instant at, String due) {
        // given
        Ruleset spoken = TestPolicies.saying(Map.of("default", "{queue}: {due}, {unknown} {category}."), given.rules);
        given.rules = TestPolicies.answeringWithin(seconds, spoken);
        TestHandover then = new TestHandover(at.toEpochMilli());
        then.rules = given.rules;

        // when / then
        assertThat(packet(then.rule("score").aligned(Signal.URGENCY, 1)).getCustomerMessage())
                .isEqualTo("Standard: " + due + ", Login and access.");
    }

    @Test
    @Tag("H13")
    @Tag("H14")
    void completenessSaysWhatIsMissing() {
        // given nothing is known of the account
        given.aligned(Signal.URGENCY, 0.9);
        given.state.setCategory(null);

        // when / then
        assertThat(packet().getCompleteness())
                .returns(
                        List.of("history", "attempts", "account-status", "summary", "identity", "category", "urgency"),
                        c -> c.getRequired())
                .returns(List.of("account-status", "category"), c -> c.getMissing())
                .returns(5 / 7.0, c -> c.getScore());
    }

    @Test
    @Tag("H13")
    @Tag("H14")
    void aPacketWithEverythingIsComplete() {
        // given
        given.aligned(Signal.URGENCY, 0.9);
        given.journey = CustomerJourney.newBuilder()
                .setProfile(PacketsTest.profile().build())
                .build();

        // when / then
        assertThat(packet().getCompleteness().getMissing()).isEmpty();
        assertThat(packet().getCompleteness().getScore()).isEqualTo(1);
    }

    @Test
    @Tag("H13")
    @Tag("H14")
    void aConversationThatStandsInForItsCustomerIsNoIdentityAndAButtonNoHistory() {
        // given
        TestHandover button = new TestHandover().button().rule("human-requested");
        button.state.setCustomerId("conv-1");

        // when / then nothing tried is the whole truth
        assertThat(packet(button).getCompleteness().getMissing())
                .containsExactly("history", "account-status", "identity");
    }

    private EscalationRaised packet() {
        return packet(given);
    }

    private static EscalationRaised packet(TestHandover given) {
        return PacketsTest.packet(given);
    }

    private static IncidentReported incident(String id, long seconds, IncidentPhase phase, List<String> categories) {
        return IncidentReported.newBuilder()
                .setId(id + seconds)
                .setSource("status")
                .setIncidentId(id)
                .setTime(Instant.ofEpochMilli(START).plusSeconds(seconds))
                .setPhase(phase)
                .setKind("outage")
                .setStage("investigating")
                .setStatusText("We are on it.")
                .setCategories(categories)
                .build();
    }

    private static ProductSignalReported signal(String id, Duration ago, String detail) {
        return ProductSignalReported.newBuilder()
                .setId(id)
                .setSource("analytics")
                .setCustomerId("cust-1")
                .setTime(Instant.ofEpochMilli(START).minus(ago))
                .setKind("integration-stopped")
                .setFeature("sync")
                .setMagnitude(2.5)
                .setDetail(detail)
                .build();
    }
}
