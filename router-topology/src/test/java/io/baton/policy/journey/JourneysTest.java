// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.Owner;
import io.baton.event.ProductSignalReported;
import io.baton.policy.packet.TestHandover;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.Contact;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneysTest {

    private static final long NOW = TestHandover.START;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Ruleset rules = TestRulesets.standard();
    private final Journeys journeys = new Journeys(rules);

    @Test
    void aNullFieldLeavesTheKnownValueUnchanged() {
        // given
        CustomerJourney known =
                journeys.profile(null, profile(1, p -> p.setPlan("pro").setHealth(80)));

        // when
        CustomerJourney merged = journeys.profile(known, profile(2, p -> p.setHealth(40)));

        // then
        assertThat(merged.getProfile().getPlan()).isEqualTo("pro");
        assertThat(merged.getProfile().getHealth()).isEqualTo(40);
        assertThat(merged.getProfile().getTime()).isEqualTo(time(2));
    }

    @Test
    void anOlderUpdateFillsGapsAndOverwritesNothing() {
        // given
        CustomerJourney known = journeys.profile(null, profile(5, p -> p.setHealth(40)));

        // when
        CustomerJourney merged =
                journeys.profile(known, profile(3, p -> p.setHealth(90).setPlan("pro")));

        // then
        assertThat(merged.getProfile().getHealth()).isEqualTo(40);
        assertThat(merged.getProfile().getPlan()).isEqualTo("pro");
        assertThat(merged.getProfile().getTime()).isEqualTo(time(5));
    }

    @RepeatedTest(20)
    void duplicatesAndAnyOrderLeadToTheSameJourney(RepetitionInfo repetition) {
        // given
        List<Consumer<Holder>> facts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int n = i;
            facts.add(h -> h.journey = journeys.profile(
                    h.journey,
                    profile(
                            n / 2,
                            p -> p.setPlan(n % 3 == 0 ? null : "plan-" + n).setHealth(n * 10))));
            facts.add(h -> h.journey = journeys.signal(h.journey, signal("s-" + n, n)));
            facts.add(h -> h.journey = journeys.consent(h.journey, n % 2 == 0, NOW + n / 2));
        }
        Holder expected = new Holder();
        facts.forEach(fact -> fact.accept(expected));

        // when
        List<Consumer<Holder>> mixed = new ArrayList<>(facts);
        mixed.addAll(facts);
        Collections.shuffle(mixed, new Random(repetition.getCurrentRepetition()));
        Holder actual = new Holder();
        mixed.forEach(fact -> fact.accept(actual));

        // then
        assertThat(actual.journey).isEqualTo(expected.journey);
    }

    @Test
    void whatIsKnownAlreadyReturnsTheSameObject() {
        // given
        ConversationState state = conversation("conv-1", NOW);
        CustomerJourney journey = journeys.profile(null, profile(1, p -> p.setPlan("pro")));
        journey = journeys.signal(journey, signal("s-1", 1));
        journey = journeys.consent(journey, true, NOW);
        journey = journeys.conversation(journey, state);

        // when / then
        assertThat(journeys.profile(journey, profile(1, p -> p.setPlan("pro")))).isSameAs(journey);
        assertThat(journeys.signal(journey, signal("s-1", 1))).isSameAs(journey);
        assertThat(journeys.consent(journey, true, NOW)).isSameAs(journey);
        assertThat(journeys.conversation(journey, state)).isSameAs(journey);
    }

    @Test
    void productSignalsAreBoundedByNumberAndAge() {
        // given
        CustomerJourney journey = journeys.signal(null, signal("old", -400));

        // when
        for (int i = 0; i < 30; i++) {
            journey = journeys.signal(journey, signal("s-" + i, i));
        }

        // then
        assertThat(journey.getSignals()).hasSize(rules.journey().mostSignals());
        assertThat(journey.getSignals().get(0).getId()).isEqualTo("s-10");
        assertThat(journeys.signal(journey, signal("old", -400))).isSameAs(journey);
    }

    @Test
    void aConversationIsOneContactFromStartToEnd() {
        // given
        ConversationState state = conversation("conv-1", NOW);
        CustomerJourney journey = journeys.conversation(null, state);
        assertThat(journeys.open(journey)).containsExactly("conv-1");

        // when it is handed over twice and closed
        escalated(state, 1, NOW + 10);
        journey = journeys.conversation(journey, state);
        escalated(state, 2, NOW + 99);
        journey = journeys.conversation(journey, state);
        state.setOwner(Owner.CLOSED);
        state.setCloseReason("abandoned");
        state.setResolvedAt(NOW + 200);
        journey = journeys.conversation(journey, state);

        // then
        assertThat(journey.getContacts())
                .containsExactly(new Contact(
                        "conv-1",
                        "login",
                        NOW,
                        "abandoned",
                        List.of(NOW + 10, NOW + 99),
                        false,
                        null,
                        201L,
                        0L,
                        false));
        assertThat(journeys.open(journey)).isEmpty();
    }

    @Test
    void aLateEventThatMovesAnEscalationDoesNotAddOne() {
        // given
        ConversationState state = conversation("conv-1", NOW);
        escalated(state, 1, NOW + 50);
        CustomerJourney journey = journeys.conversation(null, state);

        // when
        escalated(state, 1, NOW + 20);
        journey = journeys.conversation(journey, state);

        // then
        assertThat(journey.getContacts().get(0).getEscalatedAt()).containsExactly(NOW + 20);
    }

    @Test
    void contactsAreBoundedByNumberAndRetention() {
        // given
        CustomerJourney journey = journeys.conversation(null, over(conversation("ancient", NOW - 366 * DAY)));

        // when
        for (int i = 0; i < 60; i++) {
            journey = journeys.conversation(journey, over(conversation("conv-" + i, NOW + i * DAY)));
        }

        // then
        assertThat(journey.getContacts()).hasSize(rules.journey().mostContacts());
        assertThat(journey.getContacts().get(0).getConversationId()).isEqualTo("conv-10");
    }

    @Test
    @Tag("S01")
    @Tag("S02")
    void theSegmentIsTheFirstWhoseConditionHolds() {
        // given more than 50,000 USD in euros, and at risk as well
        CustomerJourney journey = journeys.profile(
                null,
                profile(0, p -> p.setAnnualValue(46_000.0).setCurrency("EUR").setAtRisk(true)));

        // when
        CustomerSnapshot snapshot = journeys.snapshot(journey, NOW);

        // then
        assertThat(snapshot.getSegment()).isEqualTo("enterprise");
        assertThat(snapshot.getAnnualValue()).isCloseTo(50_600, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    @Tag("S05")
    void theFlagOfCrmDecidesWhereValueDoesNot() {
        CustomerJourney journey = journeys.profile(null, profile(0, p -> p.setAtRisk(true)));
        assertThat(journeys.snapshot(journey, NOW).getSegment()).isEqualTo("at-risk");
    }

    @Test
    @Tag("S06")
    void aCustomerOfWhomNothingIsKnownIsInTheLastSegment() {
        // when
        CustomerSnapshot snapshot = journeys.snapshot(null, NOW);

        // then
        assertThat(snapshot.getSegment()).isEqualTo("standard");
        assertThat(snapshot.getAutomationConsent()).isNull();
        assertThat(snapshot.getPrefersHuman()).isFalse();
        assertThat(snapshot)
                .isEqualTo(CustomerSnapshot.newBuilder().setSegment("standard").build());
    }

    @Test
    @Tag("S08")
    void anExpandedContractMovesTheSegmentAtOnce() {
        // given
        CustomerJourney before = journeys.profile(null, profile(0, p -> p.setAnnualValue(20_000.0)));

        // when
        CustomerJourney after = journeys.profile(before, profile(1, p -> p.setAnnualValue(60_000.0)));

        // then
        CustomerSnapshot old = journeys.snapshot(before, NOW);
        CustomerSnapshot now = journeys.snapshot(after, NOW);
        assertThat(old.getSegment()).isEqualTo("standard");
        assertThat(now.getSegment()).isEqualTo("enterprise");
        assertThat(journeys.affects(old, now)).isTrue();
        assertThat(journeys.affects(now, journeys.snapshot(after, NOW))).isFalse();
    }

    @ParameterizedTest(name = "health {0}, customer for {1} days: {2}")
    @CsvSource({"20, 400, unhealthy", "80, 10, new", "80, 60, new", "80, 61, standard", "80, 400, standard"})
    @Tag("S03")
    @Tag("S04")
    void segmentsCanAskForHealthAndForTheFirstSixtyDays(int health, long days, String segment) {
        // given
        Journeys strict = new Journeys(TestRulesets.withSegments(
                rules,
                List.of(
                        segment(
                                "unhealthy",
                                "customer.health < 40",
                                f -> f.customer().getHealth() < 40),
                        segment(
                                "new",
                                "customer.days <= 60",
                                f -> f.at() / DAY - f.customer().getCustomerSinceDay() <= 60),
                        new SegmentRule("standard", "Standard", null, 1, 2, 2, 1, 600, 3))));
        LocalDate since = LocalDate.ofEpochDay(NOW / DAY - days);

        // when
        CustomerJourney journey =
                strict.profile(null, profile(0, p -> p.setHealth(health).setCustomerSince(since)));

        // then
        assertThat(strict.snapshot(journey, NOW).getSegment()).isEqualTo(segment);
    }

    @ParameterizedTest(name = "escalated {0}, {1} and {2} days ago, said {3}: {4}")
    @CsvSource({"1, 30, 183,  , true", "1, 30, 184,  , false", "1, 30, 184, true, true", "1, 30, 60, false, true"})
    @Tag("S09")
    void threeEscalationsInSixMonthsTeachThatACustomerPrefersPeople(
            long first, long second, long third, Boolean said, boolean prefers) {
        // given
        CustomerJourney journey = journeys.profile(null, profile(0, p -> p.setPrefersHuman(said)));
        for (long days : List.of(first, second, third)) {
            ConversationState state = conversation("conv-" + days, NOW - days * DAY);
            escalated(state, 1, NOW - days * DAY);
            journey = journeys.conversation(journey, over(state));
        }

        // when / then
        assertThat(journeys.snapshot(journey, NOW).getPrefersHuman()).isEqualTo(prefers);
    }

    @Test
    @Tag("T26")
    void aValueInAnUnknownCurrencyIsTakenAsItStands() {
        CustomerJourney journey = journeys.profile(
                null, profile(0, p -> p.setAnnualValue(70_000.0).setCurrency("SEK")));
        assertThat(journeys.snapshot(journey, NOW).getSegment()).isEqualTo("enterprise");
    }

    @Test
    @Tag("G04")
    void theLatestWordOnConsentStandsAndWithdrawalWinsATie() {
        // given
        CustomerJourney journey = journeys.consent(null, true, NOW);

        // when / then
        assertThat(journeys.consent(journey, false, NOW - 1).getAutomationConsent())
                .isTrue();
        assertThat(journeys.consent(journey, false, NOW).getAutomationConsent()).isFalse();
        assertThat(journeys.snapshot(journeys.consent(journey, false, NOW + 1), NOW)
                        .getAutomationConsent())
                .isFalse();
    }

    private static final class Holder {
        private CustomerJourney journey;
    }

    private static SegmentRule segment(
            String id, String source, java.util.function.Predicate<io.baton.policy.condition.Facts> holds) {
        return new SegmentRule(id, id, TestRulesets.condition(source, holds), 1, 2, 2, 1, 600, 3);
    }

    private static CustomerProfileUpdated profile(int day, Consumer<CustomerProfileUpdated.Builder> more) {
        CustomerProfileUpdated.Builder profile = CustomerProfileUpdated.newBuilder()
                .setId("p-" + day)
                .setSource("crm")
                .setCustomerId("cust-1")
                .setTime(time(day));
        more.accept(profile);
        return profile.build();
    }

    private static ProductSignalReported signal(String id, int day) {
        return ProductSignalReported.newBuilder()
                .setId(id)
                .setSource("analytics")
                .setCustomerId("cust-1")
                .setTime(time(day))
                .setKind("usage-drop")
                .build();
    }

    private static Instant time(int day) {
        return Instant.ofEpochMilli(NOW + day * DAY);
    }

    private static ConversationState conversation(String id, long startedAt) {
        ConversationState state = new TestHandover().state;
        state.setConversationId(id);
        state.setStartedAt(startedAt);
        state.setLastAt(startedAt);
        state.setEscalations(0);
        return state;
    }

    private static void escalated(ConversationState state, int count, long at) {
        state.setEscalations(count);
        state.setEscalatedAt(at);
    }

    private static ConversationState over(ConversationState state) {
        state.setOwner(Owner.RESOLVED);
        return state;
    }
}
