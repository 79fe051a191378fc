// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ProductSignalReported;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Retention of a journey is 365 days in these rules. */
@Tag("G03")
class StillKeptTest {

    private static final long NOW = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long RETENTION = 365 * TestRulesets.DAY;

    private final Journeys journeys = new Journeys(TestRulesets.standard());

    @Test
    void nothingIsTakenFromAJourneyThatIsYoungEnough() {
        CustomerJourney journey = journey(contact("c-1", NOW, false));

        assertThat(journeys.kept(journey, NOW + RETENTION)).isSameAs(journey);
        assertThat(journeys.kept(null, NOW)).isNull();
    }

    @Test
    void whatIsDueIsTakenExactlyThen() {
        CustomerJourney journey = journey(contact("c-1", NOW, false));

        assertThat(journeys.nextDue(journey)).isEqualTo(NOW + RETENTION + 1);
        assertThat(journeys.kept(journey, NOW + RETENTION + 1)).isNull();
    }

    @Test
    void contactsAndSignalsGoOneByOne() {
        CustomerJourney journey = journey(contact("old", NOW, false), contact("new", NOW + 50, false));
        journey.setSignals(List.of(signal("s-old", NOW + 10), signal("s-new", NOW + 60)));

        CustomerJourney left = journeys.kept(journey, NOW + RETENTION + 20);

        assertThat(left.getContacts()).extracting(Contact::getConversationId).containsExactly("new");
        assertThat(left.getSignals()).extracting(ProductSignalReported::getId).containsExactly("s-new");
        assertThat(journeys.nextDue(left)).isEqualTo(NOW + 50 + RETENTION + 1);
        assertThat(journey.getContacts()).as("the journey that was handed in").hasSize(2);
    }

    @Test
    void aContactCountsFromItsLastEscalation() {
        Contact contact = contact("c-1", NOW, false);
        contact.setEscalatedAt(List.of(NOW + 500));

        assertThat(journeys.nextDue(journey(contact))).isEqualTo(NOW + 500 + RETENTION + 1);
    }

    @Test
    void theProfileStaysWhileTheCustomerShowsUpAndThenGoesWithTheRest() {
        CustomerJourney journey = journey(contact("c-1", NOW + 100, false));
        journey.setProfile(profile(NOW));
        journey.setAutomationConsent(true);
        journey.setConsentAt(NOW + 1);

        assertThat(journeys.kept(journey, NOW + RETENTION + 100).getProfile()).isNotNull();
        assertThat(journeys.kept(journey, NOW + RETENTION + 101)).isNull();
    }

    @Test
    void anOpenConversationHoldsTheJourney() {
        CustomerJourney journey = journey(contact("c-1", NOW, true));
        journey.setProfile(profile(NOW));

        assertThat(journeys.kept(journey, NOW + 10 * RETENTION)).isSameAs(journey);
        assertThat(journeys.nextDue(journey)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @Tag("G04")
    void aWithdrawnConsentIsNeverForgotten() {
        CustomerJourney journey = journey(contact("c-1", NOW, false));
        journey.setProfile(profile(NOW));
        journey.setAutomationConsent(false);
        journey.setConsentAt(NOW);

        CustomerJourney left = journeys.kept(journey, NOW + RETENTION + 1);

        assertThat(left)
                .isEqualTo(CustomerJourney.newBuilder()
                        .setAutomationConsent(false)
                        .setConsentAt(NOW)
                        .build());
        assertThat(journeys.nextDue(left)).isEqualTo(Long.MAX_VALUE);
        assertThat(journeys.kept(left, NOW + 10 * RETENTION)).isSameAs(left);
    }

    private static CustomerJourney journey(Contact... contacts) {
        return CustomerJourney.newBuilder()
                .setContacts(new ArrayList<>(List.of(contacts)))
                .build();
    }

    private static Contact contact(String conversation, long startedAt, boolean open) {
        return Contact.newBuilder()
                .setConversationId(conversation)
                .setStartedAt(startedAt)
                .setOutcome(open ? "open" : "resolved")
                .setOpen(open)
                .build();
    }

    private static ProductSignalReported signal(String id, long at) {
        return ProductSignalReported.newBuilder()
                .setId(id)
                .setSource("analytics")
                .setCustomerId("cust-1")
                .setTime(Instant.ofEpochMilli(at))
                .setKind("usage-drop")
                .build();
    }

    private static CustomerProfileUpdated profile(long at) {
        return CustomerProfileUpdated.newBuilder()
                .setId("p-1")
                .setSource("crm")
                .setCustomerId("cust-1")
                .setTime(Instant.ofEpochMilli(at))
                .build();
    }
}
