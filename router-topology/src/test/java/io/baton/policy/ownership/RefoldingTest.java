// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Resolver;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefoldingTest {

    private static final Ruleset RULES = TestRulesets.standard();
    private final Told told = new Told();
    private final Desk desk = new Desk(RULES, Told.customer());

    @Test
    void aLateRequestEscalatesAtItsOwnTime() {
        AcceptedEvent late = told.requests(5);
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(8, "There."));

        List<Ruling> rulings = desk.arrives(late);

        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.escalate()).isTrue();
            assertThat(ruling.at()).isEqualTo(Told.at(5));
            assertThat(ruling.triggeredBy()).isEqualTo(late.getEventId());
            assertThat(ruling.command()).isEqualTo(Command.SILENCE);
        });
        assertThat(desk.state.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN);
    }

    @Test
    void anEscalationThatIsOutStandsWhateverComesLate() {
        AcceptedEvent late = told.replies(30, "There.");
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"));
        desk.ticks(Told.at(61));
        assertThat(desk.escalations).containsExactly("conv-1/1");

        List<Ruling> rulings = desk.arrives(late);

        assertThat(rulings).isEmpty();
        assertThat(desk.state.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN);
        assertThat(desk.state.getEscalations()).isEqualTo(1);
        assertThat(desk.state.getEscalatedAt()).isEqualTo(Told.at(61));
    }

    @Test
    void aLateArrivalOfAnAgentSilencesTheAssistant() {
        AcceptedEvent late = told.joins(5);
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(8, "There."));

        List<Ruling> rulings = desk.arrives(late);

        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("late-event");
            assertThat(ruling.command()).isEqualTo(Command.SILENCE);
            assertThat(ruling.owner()).isEqualTo(Owner.HUMAN);
            assertThat(ruling.triggeredBy()).isEqualTo(late.getEventId());
        });
    }

    @Test
    void aLateResolutionDoesNotLetTheSameCustomerEscalateTwice() {
        AcceptedEvent late = told.resolved(5, Resolver.ASSISTANT);
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.requests(8));
        assertThat(desk.escalations).containsExactly("conv-1/1");

        desk.arrives(late);

        assertThat(desk.state.getEpisode()).as("the request came after the end").isEqualTo(2);
        assertThat(desk.state.getEscalatedEpisode()).isEqualTo(2);
        assertThat(desk.state.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN);
        assertThat(desk.escalations).as("it is the same request").containsExactly("conv-1/1");
    }

    @Test
    void anEscalationStandsEvenWhereAClosingComesLate() {
        AcceptedEvent late = told.closed(6, "resolved");
        desk.arrives(told.started(0), told.says(1, "Where?"), told.resolved(5, Resolver.ASSISTANT), told.requests(8));
        assertThat(desk.escalations).containsExactly("conv-1/2");

        desk.arrives(late);

        assertThat(desk.state.getOwner()).as("somebody is waiting").isEqualTo(Owner.WAITING_FOR_HUMAN);
        assertThat(desk.assistant).isEqualTo(Command.SILENCE);
        desk.arrives(told.joins(20), told.returns(30), told.requests(40));
        assertThat(desk.escalations).containsExactly("conv-1/2", "conv-1/3");
    }

    @Test
    void aLateReopeningLetsInWhatWasKeptOut() {
        AcceptedEvent late = told.reopened(8);
        desk.arrives(told.started(0), told.says(1, "Where?"), told.closed(5, "resolved"), told.requests(10));
        assertThat(desk.keptOut).isTrue();
        assertThat(desk.state.getAfterClose()).isEqualTo(1);

        desk.arrives(late);

        assertThat(desk.state.getAfterClose()).isZero();
        assertThat(desk.escalations).containsExactly("conv-1/2");
    }

    @Test
    void aLateEventIsJudgedByWhatWasKnownAtTheStart() {
        AcceptedEvent late = told.says(1, "Where?");
        desk.arrives(
                told.started(0, "how-to"), told.replies(2, "There."), told.journey(3, Told.customer("enterprise")));
        desk.arrives(late);

        assertThat(desk.state.getStartPath()).isEqualTo(io.baton.event.Path.AUTOMATED);
        assertThat(desk.state.getTier()).isEqualTo(2);
    }

    @Test
    void aLateStartGivesTheConversationItsChannelAndTier() {
        AcceptedEvent late = told.started(0, "onboarding");
        desk.arrives(told.says(1, "Where?"), told.replies(2, "There."));
        assertThat(desk.state.getChannel()).isEqualTo("unknown");

        List<Ruling> rulings = desk.arrives(late);

        assertThat(desk.state.getChannel()).isEqualTo("chat");
        assertThat(desk.state.getStartedAt()).isEqualTo(Told.at(0));
        assertThat(rulings).singleElement().extracting(Ruling::command).isEqualTo(Command.DRAFT_ONLY);
    }

    @Test
    void whatBelongsToTheWorldIsCarriedOver() {
        desk.arrives(told.started(0), told.says(2, "Where?"));
        desk.state.setOutcomeRevision(3);
        desk.state.setTimerAt(77);
        AcceptedEvent late = told.says(1, "Hello");
        var before = desk.state.getRecent().remaining();

        desk.arrives(late);

        assertThat(desk.state.getOutcomeRevision()).isEqualTo(3);
        assertThat(desk.state.getTimerAt()).isEqualTo(77);
        assertThat(desk.state.getRecent().remaining()).isEqualTo(before + 8);
        assertThat(EventOrder.arrival(desk.state, late)).isEqualTo(Arrival.SEEN);
    }

    @Test
    void aJournalThatHasLostItsFactsOfEscalationsEscalatesNothingAgain() {
        desk.arrives(told.started(0), told.requests(1), told.joins(5), told.returns(9), told.requests(12));
        assertThat(desk.escalations).hasSize(2);
        List<AcceptedEvent> journal =
                desk.journal.stream().filter(e -> Kind.of(e) != Kind.ISSUED).toList();

        Turn turn = desk.conversations.refold(Desk.stored(desk.state), journal, Told.customer());

        assertThat(turn.rulings()).isEmpty();
        assertThat(turn.state()).isEqualTo(desk.state);
    }

    @Test
    void aFoldOfTheSameJournalChangesNothing() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(8, "There."), told.requests(9));
        ConversationState before = Desk.stored(desk.state);

        Turn turn = desk.conversations.refold(Desk.stored(before), List.copyOf(desk.journal), Told.customer());

        assertThat(turn.state()).isEqualTo(before);
        assertThat(turn.rulings()).isEmpty();
    }
}
