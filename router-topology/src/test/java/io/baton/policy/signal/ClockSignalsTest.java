// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Owner;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.ConversationState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that come with time alone. */
class ClockSignalsTest {

    private final Story story = new Story(TestRulesets.standard());

    @Tag("T03")
    @ParameterizedTest
    @CsvSource({"chat, 89, false", "chat, 90, true", "chat, 200, true", "email, 99999, false"})
    void aConversationIsTooLongByItsChannel(String channel, long seconds, boolean tooLong) {
        story.with(s -> s.setChannel(channel)).says("hello there").replies("hi");
        story.after(seconds - 10).elapse();
        assertThat(story.reached(Signal.TOO_LONG)).isEqualTo(tooLong);
    }

    @Tag("T03")
    @Test
    void theClockRunsFromTheFirstMessageOfTheCustomerOnly() {
        story.replies("Welcome!").after(500).elapse();
        assertThat(story.nextDue()).isEqualTo(Long.MAX_VALUE);
        story.says("hello there").replies("hi");
        assertThat(story.nextDue()).isEqualTo(story.now() - 10_000 + 90_000);
    }

    @Tag("T03")
    @Test
    void aClockStaysAliveAndGrowsWhileItHolds() {
        story.says("hello there").replies("hi").after(80).elapse();
        double first = story.reading(Signal.TOO_LONG).orElseThrow().strength();
        story.after(3600).elapse();
        Reading later = story.reading(Signal.TOO_LONG).orElseThrow();
        assertThat(first).isEqualTo(0.5);
        assertThat(later.strength()).isEqualTo(1);
        assertThat(later.aligned()).isTrue();
        assertThat(story.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Tag("T09")
    @Test
    void aMessageWithoutAnAnswerFallsDueFromTheFirstThatWaits() {
        story.says("hello there");
        long first = story.now();
        story.after(20).says("anybody?");
        assertThat(story.nextDue()).isEqualTo(first + 60_000);
        story.after(30).elapse();
        assertThat(story.reading(Signal.UNANSWERED))
                .hasValueSatisfying(r -> assertThat(r.hard()).isTrue());
    }

    @Tag("T09")
    @Test
    void anyAnswerStopsTheWait() {
        story.says("hello there").after(45).replies("hi").after(30).elapse();
        assertThat(story.reading(Signal.UNANSWERED)).isEmpty();
        story.says("and then").agentWrites("hello").after(80).elapse();
        assertThat(story.reading(Signal.UNANSWERED)).isEmpty();
    }

    @Tag("T03")
    @Tag("T09")
    @Test
    void clocksStandStillWhileAHumanHoldsIt() {
        story.with(s -> s.setOwner(Owner.HUMAN)).says("hello there").after(500).elapse();
        assertThat(story.weigh().readings()).isEmpty();
        assertThat(story.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void howOftenTimeIsLookedAtChangesNothing() {
        Story watched = new Story(TestRulesets.standard());
        watched.says("hello there");
        for (int i = 0; i < 100; i++) {
            watched.after(1).elapse();
        }
        story.says("hello there").after(100);
        story.replies("hi").says("more");
        watched.replies("hi").says("more");
        assertThat(ConversationState.newBuilder(watched.state).build()).isEqualTo(story.state);
        assertThat(watched.weigh()).isEqualTo(story.weigh());
    }
}
