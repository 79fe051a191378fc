// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.Attempt;
import io.baton.event.ConfidencePoint;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.EscalationRaised;
import io.baton.event.EscalationReason;
import io.baton.event.PastContact;
import io.baton.event.Speaker;
import io.baton.event.TranscriptTurn;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.WordMood;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PacketsTest {

    private static final long START = TestHandover.START;
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Hello, a wish, an answer, the same again: the ordinary failure. */
    private final TestHandover given = new TestHandover()
            .assistant("Hi, how can I help?", null, null)
            .customer("hello")
            .customer(
                    "I cannot log in, the reset link never arrives",
                    m -> m.setIntent("password-reset").setPage("/settings/security"))
            .assistant("I have sent you a reset link.", "reset-password", 0.82)
            .customer("That did not work")
            .assistant("Could you tell me more?", r -> r.setClarification(true).setConfidence(0.55))
            .customer("It just never arrives!")
            .assistant("I have sent you a reset link again.", "reset-password", 0.61)
            .customer("This is ridiculous")
            .aligned(Signal.NEGATIVE_SENTIMENT, -0.6)
            .aligned(Signal.RE_PROMPTS, 2);

    @Test
    @Tag("H01")
    void theTranscriptHoldsEveryTurnInOrderWithItsNumber() {
        // when
        EscalationRaised packet = packet();

        // then
        assertThat(packet.getTranscript())
                .extracting(TranscriptTurn::getTurn)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(packet.getTranscript())
                .first()
                .returns(Speaker.ASSISTANT, TranscriptTurn::getSpeaker)
                .returns("Hi, how can I help?", TranscriptTurn::getText)
                .returns("e-1", TranscriptTurn::getEventId)
                .returns(Instant.ofEpochMilli(START), TranscriptTurn::getAt);
        assertThat(packet.getTranscriptOmitted()).isZero();
    }

    @Test
    @Tag("H01")
    void draftsAreFlaggedAndAgentsNamed() {
        // given
        TestHandover assisted = new TestHandover()
                .customer("I cannot log in to my account")
                .assistant("Please reset.", r -> r.setDraft(true).setAction("reset-password"))
                .assistant("Please wait.", r -> r.setDraft(true).setAction("wait"))
                .agent("Please reset it.", "e-2")
                .aligned(Signal.URGENCY, 0.8);

        // when
        EscalationRaised packet = packet(assisted);

        // then the draft that nobody sent was no attempt
        assertThat(packet.getTranscript())
                .extracting(TranscriptTurn::getSpeaker, TranscriptTurn::getDraft)
                .containsExactly(
                        tuple(Speaker.CUSTOMER, false),
                        tuple(Speaker.ASSISTANT, true),
                        tuple(Speaker.ASSISTANT, true),
                        tuple(Speaker.AGENT, false));
        assertThat(packet.getAttempts()).extracting(Attempt::getAction).containsExactly("reset-password");
    }

    @Test
    @Tag("H02")
    void theGoalIsTheFirstMessageThatSaysSomethingAndTheIntent() {
        assertThat(packet().getGoal())
                .isEqualTo("“I cannot log in, the reset link never arrives” (detected intent: password-reset)");
    }

    @Test
    @Tag("H02")
    void theGoalIsThatOfTheEpisodeAndNotTheWishForAPerson() {
        // given
        TestHandover second = new TestHandover()
                .customer("I cannot log in to my account")
                .customer("I want to talk to a human now")
                .aligned(Signal.HUMAN_REQUESTED, 1)
                .customer("You charged my card two times");
        second.state.setEpisode(2);
        second.state.setEpisodeAt(START + 5_000);

        // when / then
        assertThat(packet(second).getGoal()).isEqualTo("“You charged my card two times”");
    }

    @Test
    @Tag("H02")
    void aGoalThatWasNeverSaidIsNotMadeUp() {
        assertThat(packet(new TestHandover().button().rule("human-requested")).getGoal())
                .isEqualTo("Not said yet; it is about Login and access.");
    }

    @Test
    @Tag("H03")
    @Tag("T28")
    void attemptsSayWhatWasTriedAndHowItEnded() {
        // given
        given.correction("e-6");

        // when / then: the greeting is none
        assertThat(packet().getAttempts())
                .extracting(Attempt::getTurn, Attempt::getAction, Attempt::getOutcome, Attempt::getConfidence)
                .containsExactly(
                        tuple(4, "reset-password", "not-solved", 0.82),
                        tuple(6, "answer", "corrected", 0.55),
                        tuple(8, "reset-password", "repeated", 0.61));
    }

    @Test
    @Tag("H03")
    void aClarificationIsOneAndAnAnswerNobodyReactedToIsUnknown() {
        // given
        TestHandover silent = new TestHandover()
                .customer("I cannot log in to my account")
                .assistant("Which account?", r -> r.setClarification(true))
                .assistant("Try the reset link.", "reset-password", 0.9)
                .aligned(Signal.TOO_LONG, 95);

        // when / then
        assertThat(packet(silent).getAttempts())
                .extracting(Attempt::getOutcome)
                .containsExactly("clarification", "unknown");
        assertThat(packet(silent.button()).getAttempts())
                .extracting(Attempt::getOutcome)
                .containsExactly("clarification", "not-solved");
    }

    @Test
    @Tag("T28")
    void whatTheCustomerSaysToHaveTriedIsAnAttemptToo() {
        // given
        TestHandover tried = new TestHandover()
                .customer("I have already tried the reset link and it failed")
                .aligned(Signal.URGENCY, 0.9);

        // when / then
        assertThat(packet(tried).getAttempts())
                .singleElement()
                .returns(Speaker.CUSTOMER, Attempt::getBy)
                .returns("reported-by-customer", Attempt::getAction)
                .returns("I have already tried the reset link and it failed", Attempt::getText);
        assertThat(packet(tried).getSummary())
                .contains("The assistant has tried nothing; the customer has tried something already.");
    }

    @Test
    @Tag("H04")
    void reasonsAreTheAlignedSignalsStrongestFirst() {
        // given
        given.reading(Signal.HIGH_STAKES, 1, false, false);
        given.reading(Signal.DISPUTED_CHARGE, 1, false, true);

        // when
        EscalationRaised packet = packet();

        // then
        assertThat(packet.getReasons())
                .extracting(EscalationReason::getSignal, EscalationReason::getHard)
                .containsExactly(
                        tuple("disputed-charge", true), tuple("re-prompts", false), tuple("negative-sentiment", false));
        assertThat(packet.getReasons().get(1))
                .returns(2.0, EscalationReason::getValue)
                .returns("The assistant asked again twice", EscalationReason::getText)
                .returns(List.of("e-9"), EscalationReason::getEvents);
        assertThat(packet.getExplanation()).isEqualTo("Two signals align.");
    }

    @Test
    @Tag("H05")
    @Tag("H06")
    void theCardShowsTheAccountAndThePage() {
        // given
        given.state.setCustomer(CustomerSnapshot.newBuilder()
                .setSegment("enterprise")
                .setPlan("business")
                .setAnnualValue(55_000.0)
                .setHealth(61)
                .setUsageChange(-0.1f)
                .setCustomerSinceDay((int) LocalDate.of(2024, 5, 1).toEpochDay())
                .setDedicatedContact("am-7")
                .build());
        given.journey = CustomerJourney.newBuilder()
                .setProfile(profile()
                        .setAnnualValue(50_000.0)
                        .setCurrency("EUR")
                        .setAtRisk(false)
                        .build())
                .build();

        // when / then
        assertThat(packet().getCustomer())
                .returns("cust-1", c -> c.getCustomerId())
                .returns("acct-1", c -> c.getAccountId())
                .returns("business", c -> c.getPlan())
                .returns(50_000.0, c -> c.getAnnualValue())
                .returns("EUR", c -> c.getCurrency())
                .returns(LocalDate.of(2024, 5, 1), c -> c.getCustomerSince())
                .returns(-0.1, c -> c.getUsageChange())
                .returns(false, c -> c.getAtRisk())
                .returns(null, c -> c.getOpenBillingDispute())
                .returns("am-7", c -> c.getDedicatedContact())
                .returns("/settings/security", c -> c.getPage());
    }

    @Test
    @Tag("H07")
    void historyCountsThisConversationAndListsTheOthersLatestFirst() {
        // given this conversation is in the journey already
        given.journey = CustomerJourney.newBuilder()
                .setContacts(List.of(
                        contact("old", "login", START - 100 * DAY, START - 100 * DAY),
                        contact("other", "billing", START - 3 * DAY),
                        contact("same", "login", START - 2 * DAY, START - 2 * DAY),
                        new Contact(
                                "conv-1", "login", START, "open", List.of(START + 90_000), true, null, 0L, 0L, false)))
                .build();

        // when / then
        assertThat(packet().getHistory())
                .returns(3, h -> h.getContacts7d())
                .returns(2, h -> h.getSameCategory7d())
                .returns(3, h -> h.getEscalations6m());
        assertThat(packet().getHistory().getContacts())
                .extracting(PastContact::getConversationId, PastContact::getEscalated)
                .containsExactly(tuple("same", true), tuple("other", false), tuple("old", true));
    }

    @Test
    @Tag("H08")
    void theConfidenceTrailFollowsTheReplies() {
        assertThat(packet().getConfidenceTrail())
                .extracting(ConfidencePoint::getTurn, ConfidencePoint::getConfidence)
                .containsExactly(tuple(4, 0.82), tuple(6, 0.55), tuple(8, 0.61));
    }

    @Test
    @Tag("H09")
    void theSummaryBriefsInFourPlainSentences() {
        assertThat(packet().getSummary())
                .isEqualTo("A customer of segment Standard writes by chat about Login and access: “I cannot log in, the"
                        + " reset link never arrives”. The assistant replied 3 times without solving it, of which it"
                        + " only asked back once (reset-password twice). Why a person: The assistant asked again"
                        + " twice; The customer writes negatively (sentiment -0.60). The mood is frustrated (1 of 5);"
                        + " urgency is normal.");
    }

    @Test
    void thePacketNamesItsDecisionAndPolicy() {
        assertThat(packet())
                .returns("conv-1/1", EscalationRaised::getEscalationId)
                .returns(1, EscalationRaised::getRevision)
                .returns(Instant.ofEpochMilli(given.ruling().at()), EscalationRaised::getEscalatedAt)
                .returns("e-9", EscalationRaised::getTriggeredBy)
                .returns("standard", EscalationRaised::getQueue)
                .returns(3, EscalationRaised::getPriority)
                .returns("1", EscalationRaised::getPolicyVersion)
                .returns("login", EscalationRaised::getCategory)
                .returns("chat", EscalationRaised::getChannel)
                .returns(List.of(), EscalationRaised::getSimilarCases);
    }

    @Test
    @Tag("G02")
    void equalValuesHaveEqualNumbersThroughoutThePacket() {
        // given the same address first here, second there
        TestHandover masked = new TestHandover()
                .customer("My address is [EMAIL_1] and I cannot log in")
                .masked("EMAIL", 1, 11)
                .assistant("Is it [EMAIL_1] or [EMAIL_2]?", "ask-address", 0.8)
                .masked("EMAIL", 1, 22)
                .masked("EMAIL", 2, 11)
                .customer("[EMAIL_1]!")
                .masked("EMAIL", 1, 22)
                .aligned(Signal.RE_PROMPTS, 2);

        // when
        EscalationRaised packet = packet(masked);

        // then
        assertThat(packet.getTranscript())
                .extracting(TranscriptTurn::getText)
                .containsExactly(
                        "My address is [EMAIL_1] and I cannot log in", "Is it [EMAIL_2] or [EMAIL_1]?", "[EMAIL_2]!");
        assertThat(packet.getAttempts().get(0).getText()).isEqualTo("Is it [EMAIL_2] or [EMAIL_1]?");
    }

    @Test
    void theSameInputGivesTheSamePacket() {
        assertThat(packet()).isEqualTo(packet());
    }

    private EscalationRaised packet() {
        return packet(given);
    }

    static EscalationRaised packet(TestHandover given) {
        return new Packets(given.rules, new WordMood()).build(given.input());
    }

    static CustomerProfileUpdated.Builder profile() {
        return CustomerProfileUpdated.newBuilder()
                .setId("p-1")
                .setSource("crm")
                .setCustomerId("cust-1")
                .setAccountId("acct-1")
                .setTime(Instant.ofEpochMilli(START));
    }

    private static Contact contact(String id, String category, long startedAt, Long... escalatedAt) {
        return new Contact(id, category, startedAt, "resolved", List.of(escalatedAt), false, null, 0L, 0L, false);
    }
}
