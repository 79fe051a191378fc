// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.CustomerOutreach;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Product signals that are worth a word before the customer writes in, through the whole topology. */
class OutreachStoryTest {

    private static final Instant T0 = Story.BEGINNING;

    private final Story story = new Story();
    private int number;

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @Tag("P01")
    @Tag("P04")
    void aConnectionThatStoppedYesterdayIsNamed() {
        signal("cust-1", T0, "integration-stopped", "ledger-sync", "2026-03-01T22:00:00Z", null);

        assertThat(story.outreach()).singleElement().satisfies(outreach -> {
            assertThat(outreach.getCustomerId()).isEqualTo("cust-1");
            assertThat(outreach.getText())
                    .isEqualTo("The connection ledger-sync stopped syncing on 1 March 2026, 22:00 UTC.");
            assertThat(outreach.getSignalIds()).containsExactly("s-1");
            assertThat(outreach.getRule()).isEqualTo("integration-stopped");
        });
    }

    @Test
    @Tag("P02")
    void aWeekAwayIsWorthAWordAndSixDaysAreNot() {
        signal(
                "cust-six",
                T0,
                "inactive",
                "reports",
                T0.minus(Duration.ofDays(6)).toString(),
                null);
        signal(
                "cust-seven",
                T0,
                "inactive",
                "reports",
                T0.minus(Duration.ofDays(7)).toString(),
                null);

        assertThat(story.outreach()).extracting(CustomerOutreach::getCustomerId).containsExactly("cust-seven");
    }

    @Test
    @Tag("P03")
    void lessUseShortlyBeforeRenewalIsSaidAsSuch() {
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                "cust-1",
                "cust-1",
                Map.of("renewalOn", "2026-03-20", "usageChange", -0.3));
        signal("cust-1", T0, "usage-drop", "timesheets", null, 0.4);

        assertThat(story.outreach()).extracting(CustomerOutreach::getRule).containsExactly("renewal-near");
    }

    @Test
    void onceAKindInItsWindowAndAgainWhenItIsOver() {
        signal("cust-1", T0, "error-spike", "sync", null, 6.0);
        signal("cust-1", T0.plus(Duration.ofDays(7)).minusMillis(1), "error-spike", "sync", null, 9.0);
        signal("cust-1", T0.plus(Duration.ofDays(1)), "onboarding-stalled", "invite", null, null);
        signal("cust-2", T0.plus(Duration.ofDays(1)), "error-spike", "sync", null, 6.0);
        assertThat(story.outreach()).hasSize(3);

        signal("cust-1", T0.plus(Duration.ofDays(7)), "error-spike", "sync", null, 9.0);

        assertThat(story.outreach())
                .hasSize(4)
                .extracting(CustomerOutreach::getOutreachId)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSignalTwiceIsOneContact() {
        signal("cust-1", T0, "error-spike", "sync", null, 6.0);
        number--;
        signal("cust-1", T0, "error-spike", "sync", null, 6.0);

        assertThat(story.outreach()).hasSize(1);
    }

    @Test
    void neverToWhoHasAConversationOpen() {
        Conversation conversation =
                story.conversation("c-1", "cust-1").starts("how-to").customerSays("How?");
        signal("cust-1", story.now(), "error-spike", "sync", null, 6.0);
        assertThat(story.outreach()).isEmpty();

        conversation.isResolvedBy("assistant").isClosed("resolved");
        signal("cust-1", story.now(), "error-spike", "sync", null, 7.0);

        assertThat(story.outreach()).hasSize(1);
    }

    @Test
    @Tag("G04")
    void neverToWhoHasRefusedAutomation() {
        story.send(
                story.topics.conversationEvents(),
                "customer.consent-changed",
                "cust-1",
                "cust-1",
                Map.of("automation", false));
        signal("cust-1", T0.plusSeconds(5), "error-spike", "sync", null, 6.0);

        assertThat(story.outreach()).isEmpty();
    }

    @Test
    @Tag("P04")
    void whereNothingSpecificCanBeNamedNothingIsWritten() {
        signal("cust-1", T0, "error-spike", null, null, null);
        assertThat(story.outreach()).isEmpty();

        signal("cust-1", T0.plusSeconds(1), "usage-drop", null, null, 0.4);

        assertThat(story.outreach()).singleElement().returns("Usage has fallen by 40 %.", CustomerOutreach::getText);
    }

    @Test
    @Tag("S11")
    void anAccountThatTurnsAtRiskIsShownBeforeItWritesIn() {
        profile("cust-1", T0, Map.of("plan", "team", "health", 80));
        assertThat(story.outreach()).isEmpty();

        profile("cust-1", T0.plusSeconds(60), Map.of("atRisk", true, "usageChange", -0.3, "renewalOn", "2026-05-01"));
        profile("cust-1", T0.plusSeconds(120), Map.of("atRisk", true, "plan", "business"));

        assertThat(story.outreach()).singleElement().satisfies(outreach -> {
            assertThat(outreach.getRule()).isEqualTo("at-risk");
            assertThat(outreach.getAtRisk()).isTrue();
            assertThat(outreach.getSegment()).isEqualTo("high-value-or-at-risk");
            assertThat(outreach.getText())
                    .isEqualTo(
                            "Flagged as at risk on 2 March 2026, 09:01 UTC, with usage down by 30 % and renewal on 1 May 2026.");
        });
    }

    @Test
    @Tag("S11")
    @Tag("S03")
    void healthThatFallsBelowItsFloorIsShownOnceInAWindow() {
        profile("cust-1", T0, Map.of("health", 40));
        assertThat(story.outreach()).as("40 is not below the floor").isEmpty();

        profile("cust-1", T0.plusSeconds(60), Map.of("health", 39));
        profile("cust-1", T0.plusSeconds(120), Map.of("health", 45));
        profile("cust-1", T0.plusSeconds(180), Map.of("health", 20));
        assertThat(story.outreach())
                .singleElement()
                .returns("The health score is 39 since 2 March 2026, 09:01 UTC.", CustomerOutreach::getText);

        profile("cust-1", T0.plus(Duration.ofDays(31)), Map.of("health", 60));
        profile("cust-1", T0.plus(Duration.ofDays(31)).plusSeconds(60), Map.of("health", 30));
        assertThat(story.outreach()).hasSize(2);
    }

    /** An older update that arrives late tells nothing new, and a newer one that arrives early is not said twice. */
    @Test
    @Tag("S11")
    void updatesThatArriveLateOrTwiceTurnNothing() {
        String flagged = Story.event(
                "p-1", "customer.profile-updated", "cust-1", "cust-1", T0.plusSeconds(60), Map.of("atRisk", true));
        story.send(story.topics.customerProfiles(), flagged);
        story.send(story.topics.customerProfiles(), flagged);
        profile("cust-1", T0.plusSeconds(10), Map.of("atRisk", true));
        profile("cust-1", T0.plusSeconds(20), Map.of("atRisk", false));

        assertThat(story.outreach()).hasSize(1);
    }

    @Test
    @Tag("S11")
    @Tag("G04")
    void neverToWhoHasRefusedAutomationOrIsSpokenToAlready() {
        story.send(
                story.topics.conversationEvents(),
                "customer.consent-changed",
                "cust-1",
                "cust-1",
                Map.of("automation", false));
        profile("cust-1", T0.plusSeconds(5), Map.of("atRisk", true));
        story.conversation("c-2", "cust-2").starts("how-to").customerSays("How?");
        profile("cust-2", story.now(), Map.of("atRisk", true));

        assertThat(story.outreach()).isEmpty();
        assertThat(story.decisions())
                .as("whoever writes already is moved at once")
                .anyMatch(decision -> decision.getConversationId().equals("c-2") && decision.getTier() == 3);
    }

    private void profile(String customer, Instant at, Map<String, ?> data) {
        story.passTo(at);
        story.send(
                story.topics.customerProfiles(),
                Story.event("p-" + ++number + "-" + at, "customer.profile-updated", customer, customer, at, data));
    }

    private void signal(String customer, Instant at, String kind, String feature, String since, Double magnitude) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", kind);
        data.put("feature", feature);
        data.put("since", since);
        data.put("magnitude", magnitude);
        data.values().removeIf(value -> value == null);
        story.passTo(at);
        story.send(
                story.topics.productSignals(),
                Story.event("s-" + ++number, "product.signal", customer, customer, at, data));
    }
}
