// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.Owner;
import io.baton.event.ProductSignalReported;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.StateAvroSerde;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is stored of a customer. Ids and texts are as long as in practice, and chosen by a fixed seed. */
class JourneySizeTest {

    private static final long NOW = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final int MEDIAN_LIMIT = 2_048;
    private static final List<String> CATEGORIES = List.of("how-to", "sync-error", "billing-question", "plan-change");

    private final Journeys journeys = new Journeys(DefaultPolicy.ruleset());
    private final Random random = new Random(5);

    @Test
    void atTheMedianAJourneyOfTwentyContactsTakesAtMostTwoKilobytes() {
        List<Integer> sizes = new ArrayList<>();
        for (int customer = 0; customer < 101; customer++) {
            sizes.add(size(journey(20)));
        }
        Collections.sort(sizes);

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN_LIMIT);
    }

    @Test
    void aCustomerWhoWritesForYearsTakesNoMore() {
        CustomerJourney many = journey(2_000);

        assertThat(many.getContacts()).hasSize(50);
        assertThat(size(many)).isLessThanOrEqualTo(3 * MEDIAN_LIMIT);
    }

    /** Everything a CRM may say, up to six product signals, one contact in five handed over, every second one asked. */
    private CustomerJourney journey(int contacts) {
        CustomerJourney journey = journeys.profile(null, profile());
        for (int i = random.nextInt(7); i > 0; i--) {
            journey = journeys.signal(journey, signal(i));
        }
        for (int i = 0; i < contacts; i++) {
            journey = journeys.conversation(journey, ended(NOW + i * DAY / 10));
        }
        return journey;
    }

    private static int size(CustomerJourney journey) {
        return new StateAvroSerde<>(CustomerJourney.class).serialize("", journey).length;
    }

    private static CustomerProfileUpdated profile() {
        return CustomerProfileUpdated.newBuilder()
                .setId("profile-000017")
                .setSource("crm")
                .setCustomerId("customer-4711")
                .setTime(Instant.ofEpochMilli(NOW))
                .setAccountId("account-4711")
                .setSegment("mid-market")
                .setPlan("business")
                .setAnnualValue(12_500.0)
                .setCurrency("USD")
                .setLifecycle("active")
                .setCustomerSince(LocalDate.of(2024, 5, 17))
                .setRenewalOn(LocalDate.of(2026, 5, 17))
                .setHealth(72)
                .setUsageChange(-0.08)
                .setAtRisk(false)
                .setOpenBillingDispute(false)
                .setPrefersHuman(false)
                .setDedicatedContact("account-manager-12")
                .setLocale("en-GB")
                .build();
    }

    private static ProductSignalReported signal(int number) {
        return ProductSignalReported.newBuilder()
                .setId("signal-00000" + number)
                .setSource("analytics")
                .setCustomerId("customer-4711")
                .setTime(Instant.ofEpochMilli(NOW - number * DAY))
                .setKind("error-spike")
                .setFeature("bank-feed")
                .setDetail("Requests fail with status 429")
                .build();
    }

    private ConversationState ended(long at) {
        boolean handedOver = random.nextInt(5) == 0;
        return ConversationState.newBuilder()
                .setCustomerId("customer-4711")
                .setConversationId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setChannel("chat")
                .setCategory(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                .setOwner(Owner.RESOLVED)
                .setPath(io.baton.event.Path.AUTOMATED)
                .setStartPath(io.baton.event.Path.AUTOMATED)
                .setTier(1)
                .setEpisode(1)
                .setCustomer(
                        CustomerSnapshot.newBuilder().setSegment("self-service").build())
                .setStartedAt(at)
                .setEpisodeAt(at)
                .setLastAt(at)
                .setLastRank(0)
                .setResolvedAt(at)
                .setEscalations(handedOver ? 1 : 0)
                .setEscalatedAt(handedOver ? at : 0)
                .setCsat(random.nextBoolean() ? 4 : null)
                .setFigures(ConversationFigures.newBuilder().build())
                .build();
    }
}
