// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.packet.TestHandover;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.CategoryRule.Mode;
import io.baton.policy.ruleset.RouteRule;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private final TestHandover given = new TestHandover().customer("I cannot log in to my account");

    @Test
    @Tag("R15")
    void customersOfHighValueGoToTheHighTouchQueueFirst() {
        // given
        given.state.getCustomer().setSegment("enterprise");

        // when
        Route route = route();

        // then two minutes, always open
        assertThat(route.queue()).isEqualTo("high-touch");
        assertThat(route.priority()).isEqualTo(1);
        assertThat(route.rule()).isEqualTo("high-value");
        assertThat(route.dueAt()).hasValue(given.ruling().at() + 120_000);
    }

    @Test
    @Tag("S07")
    void everybodyElseIsDueInBusinessTimeOfTheQueue() {
        // when: Wednesday 11:00 in Berlin, ten minutes, open
        Route route = route();

        // then
        assertThat(route.queue()).isEqualTo("standard");
        assertThat(route.priority()).isEqualTo(3);
        assertThat(route.dueAt()).hasValue(given.ruling().at() + 600_000);
    }

    @Test
    @Tag("S07")
    void nothingIsDueWhileTheQueueIsClosed() {
        // given a target longer than what is left of the week: ten working hours a day, 45 from Wednesday 11:00
        given.rules = TestRulesets.withSegments(
                given.rules, List.of(new SegmentRule("standard", "Standard", null, 1, 2.0, 2, 1.0, 45 * 3600, 3)));

        // when
        Route route = route();

        // then Wednesday 7 h, Thursday and Friday 10 h each, Monday 10 h, Tuesday 8 h
        assertThat(Instant.ofEpochMilli(route.dueAt().orElseThrow())).isEqualTo(Instant.parse("2026-03-10T15:00:10Z"));
    }

    @Test
    @Tag("R16")
    void aRouteCanAskForADedicatedContact() {
        // given
        RouteRule dedicated = new RouteRule(
                "account-management",
                TestRulesets.condition(
                        "customer.dedicatedContact != ''", f -> f.customer().getDedicatedContact() != null),
                "high-touch",
                2);
        given.rules = TestRulesets.withRoutes(
                given.rules, given.rules.queues(), List.of(dedicated, new RouteRule("rest", null, "standard", null)));
        given.state.getCustomer().setDedicatedContact("am-anna");

        // when
        Route route = route();

        // then the route's own priority stands
        assertThat(route.queue()).isEqualTo("high-touch");
        assertThat(route.priority()).isEqualTo(2);
        assertThat(route.rule()).isEqualTo("account-management");
    }

    @Test
    void theQueueOfACategoryComesBeforeAllRoutes() {
        // given
        CategoryRule own =
                new CategoryRule("login", "Login", 2, 2, 1, Mode.AI_FIRST, false, 8, 3.5, List.of(), null, "crisis");
        given.rules = TestRulesets.withCategory(given.rules, own);
        given.state.getCustomer().setSegment("enterprise");

        // when / then
        assertThat(route().queue()).isEqualTo("crisis");
        assertThat(route().rule()).isEqualTo("category:login");
    }

    @ParameterizedTest(name = "{0}, hard {1}: priority {2}")
    @CsvSource({
        "NEGATIVE_SENTIMENT, false, 3",
        "HUMAN_REQUESTED,    true,  3",
        "NO_CONSENT,         true,  3",
        "DISPUTED_CHARGE,    true,  2",
        "LEGAL_QUESTION,     true,  2",
        "DISTRESS,           true,  1",
        "DISTRESS,           false, 2"
    })
    void hardReasonsAndDistressRaiseThePriority(Signal signal, boolean hard, int priority) {
        // given
        given.reading(signal, 1, true, hard);

        // when / then
        assertThat(route().priority()).isEqualTo(priority);
    }

    @Test
    void aHardTriggerOfThePolicyRaisesThePriority() {
        // given
        given.rule("hard:dispute-of-high-value");

        // when / then
        assertThat(route().priority()).isEqualTo(2);
    }

    @Test
    void priorityNeverGoesBeyondTheFirst() {
        // given
        given.state.getCustomer().setSegment("enterprise");
        given.reading(Signal.DISTRESS, 1, true, true);

        // when / then
        assertThat(route().priority()).isEqualTo(1);
    }

    private Route route() {
        return new Routing(given.rules).of(given.state, given.ruling());
    }
}
