// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.ConversationOutcome;
import io.baton.event.OutcomeState;
import io.baton.event.Path;
import io.baton.event.Resolver;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomesTest {

    @Test
    void aResolvedConversationGetsAProvisionalOutcome() {
        Story story = Story.begins(Path.AUTOMATED).customerWrites(T0 + 1_000).assistantReplies(T0 + 2_000);

        story.resolved(Resolver.ASSISTANT, T0 + 90_000);

        ConversationOutcome outcome = story.lastOutcome();
        assertThat(story.outcomes).hasSize(1);
        assertThat(outcome.getOutcomeId()).isEqualTo("c-1/outcome/1");
        assertThat(outcome.getState()).isEqualTo(OutcomeState.PROVISIONAL);
        assertThat(outcome.getOutcome()).isEqualTo("resolved");
        assertThat(outcome.getResolvedBy()).isEqualTo(Resolver.ASSISTANT);
        assertThat(outcome.getChannel()).isEqualTo(Channel.AUTOMATED);
        assertThat(outcome.getStartedAt()).isEqualTo(Instant.ofEpochMilli(T0));
        assertThat(outcome.getEndedAt()).isEqualTo(Instant.ofEpochMilli(T0 + 90_000));
        assertThat(outcome.getCustomerTurns()).isEqualTo(1);
        assertThat(outcome.getAssistantTurns()).isEqualTo(1);
        assertThat(outcome.getPolicyVersion()).isEqualTo("7");
    }

    @Test
    void anOpenConversationHasNone() {
        Story story = Story.begins(Path.AUTOMATED)
                .customerWrites(T0 + 1)
                .escalates(T0 + 2)
                .agentJoins(T0 + 3);

        assertThat(story.outcomes).isEmpty();
        assertThat(story.state.getOutcomeRevision()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"abandoned, abandoned", "merged, merged", "spam, spam", "resolved, resolved"})
    void aClosedConversationSaysWhy(String reason, String expected) {
        Story story = Story.begins(Path.AUTOMATED).closed(reason, T0 + 60_000);

        assertThat(story.lastOutcome().getOutcome()).isEqualTo(expected);
        assertThat(story.lastOutcome().getResolvedBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"abandoned", "resolved", "merged"})
    void closingWhatWasResolvedChangesNothing(String reason) {
        Story story = Story.begins(Path.AUTOMATED).resolved(Resolver.AGENT, T0 + 60_000);

        story.closed(reason, T0 + 120_000);

        assertThat(story.outcomes).hasSize(1);
        assertThat(story.lastOutcome().getOutcome()).isEqualTo("resolved");
    }

    @Test
    @Tag("M12")
    void goingOnAfterTheEndTakesTheOutcomeBackOnce() {
        Story story = Story.begins(Path.AUTOMATED).resolved(Resolver.ASSISTANT, T0 + 60_000);

        story.reopened(T0 + 120_000).customerWrites(T0 + 121_000).assistantReplies(T0 + 122_000);

        assertThat(story.outcomes).hasSize(2);
        assertThat(story.lastOutcome().getState()).isEqualTo(OutcomeState.CORRECTED);
        assertThat(story.lastOutcome().getOutcome()).isEqualTo("reopened");
        assertThat(story.lastOutcome().getRevision()).isEqualTo(2);
        assertThat(story.lastOutcome().getEndedAt()).isNull();
        assertThat(story.lastOutcome().getResolvedBy()).isNull();
    }

    @Test
    void resolvingAgainIsProvisionalAgain() {
        Story story = Story.begins(Path.AUTOMATED)
                .resolved(Resolver.ASSISTANT, T0 + 60_000)
                .reopened(T0 + 120_000)
                .agentWrites(T0 + 130_000);

        story.resolved(Resolver.AGENT, T0 + 180_000);

        assertThat(story.lastOutcome().getState()).isEqualTo(OutcomeState.PROVISIONAL);
        assertThat(story.lastOutcome().getRevision()).isEqualTo(3);
        assertThat(story.lastOutcome().getChannel()).isEqualTo(Channel.HUMAN);
    }

    @Test
    void settlingIsARevision() {
        Story story = Story.begins(Path.AUTOMATED).resolved(Resolver.ASSISTANT, T0 + 60_000);

        story.turn(T0 + 604_860_000, s -> s.setDurable(true));

        assertThat(story.lastOutcome().getState()).isEqualTo(OutcomeState.DURABLE);
        assertThat(story.lastOutcome().getRevision()).isEqualTo(2);
    }

    @Test
    @Tag("M05")
    void aSurveyThatComesLaterIsARevisionThatKeepsItsState() {
        Story story = Story.begins(Path.AUTOMATED)
                .resolved(Resolver.ASSISTANT, T0 + 60_000)
                .turn(T0 + 604_860_000, s -> s.setDurable(true));

        story.turn(T0 + 700_000_000, s -> s.setCsat(4));

        assertThat(story.lastOutcome().getCsat()).isEqualTo(4);
        assertThat(story.lastOutcome().getState()).isEqualTo(OutcomeState.DURABLE);
        assertThat(story.lastOutcome().getRevision()).isEqualTo(3);
    }

    @Test
    void whatReadersCannotSeeIsNoRevision() {
        Story story = Story.begins(Path.AUTOMATED).resolved(Resolver.ASSISTANT, T0 + 60_000);

        story.turn(T0 + 70_000, s -> s.setWorked(true)).turn(T0 + 80_000, s -> s.setAfterClose(1));

        assertThat(story.outcomes).hasSize(1);
        assertThat(story.state.getOutcomeRevision()).isEqualTo(1);
    }

    @Test
    void aStateThatWasFoldedAgainKeepsCountingRevisions() {
        Story story = Story.begins(Path.AUTOMATED).resolved(Resolver.ASSISTANT, T0 + 60_000);

        story.turn(T0 + 61_000, s -> {
            s.setOutcomeRevision(0);
            s.setCategory("billing");
        });

        assertThat(story.lastOutcome().getRevision()).isEqualTo(2);
        assertThat(story.lastOutcome().getCategory()).isEqualTo("billing");
        assertThat(story.state.getOutcomeRevision()).isEqualTo(2);
    }
}
