// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.ConversationState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsTest {

    private static final Ruleset RULES = TestRulesets.standard();
    private final Told told = new Told();
    private final Desk desk = new Desk(RULES, Told.customer());

    @Test
    void anOrdinaryTurnDecidesNothingNew() {
        List<Ruling> first = desk.arrives(told.started(0, "how-to"));
        List<Ruling> turns = desk.arrives(told.says(1, "Where is the export?"), told.replies(5, "In the settings."));

        assertThat(first)
                .singleElement()
                .extracting(Ruling::changed, Ruling::command)
                .containsExactly(true, null);
        assertThat(turns).extracting(Ruling::changed).containsOnly(false);
        assertThat(turns).extracting(Ruling::rule).containsOnly("none");
        assertThat(turns).allSatisfy(no -> assertThat(no.verdict().flip()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assistant", "reviewed", "resolved", "idle-closed"})
    @Tag("T07")
    void anExplicitRequestIsHonouredAtThatTurnWheneverAnAssistantMayAnswer(String holder) {
        for (boolean button : new boolean[] {true, false}) {
            Told story = new Told();
            Desk held = TransitionsTest.heldBy(holder, story);
            double at = holder.equals("idle-closed") ? 7_200 : 40;

            List<Ruling> rulings =
                    held.arrives(button ? story.requests(at) : story.says(at, "Let me speak to a human, please."));

            assertThat(rulings).singleElement().satisfies(ruling -> {
                assertThat(ruling.escalate()).isTrue();
                assertThat(ruling.rule()).isEqualTo("hard:human-requested");
                assertThat(ruling.command()).isEqualTo(Command.SILENCE);
                assertThat(ruling.at()).isEqualTo(Told.at(at));
            });
            assertThat(held.state.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN);
        }
    }

    @Test
    @Tag("T07")
    void aRequestIsHonouredBeforeAnythingElseWasSaid() {
        desk.arrives(told.requests(0));

        assertThat(desk.escalations).containsExactly("conv-1/1");
        assertThat(desk.state.getStartPath()).isEqualTo(Path.AUTOMATED);
    }

    @Test
    void onlyOneEscalationPerEpisode() {
        desk.arrives(told.started(0, "how-to"), told.requests(1));
        for (int i = 2; i < 40; i++) {
            desk.arrives(told.requests(i), told.says(i, "I want to talk to a human!"), told.replies(i, "One moment."));
        }
        desk.arrives(told.joins(50), told.requests(51), told.says(52, "I will sue you."));

        assertThat(desk.escalations).containsExactly("conv-1/1");
        assertThat(desk.state.getEscalations()).isEqualTo(1);
        assertThat(desk.assistant).isEqualTo(Command.SILENCE);
    }

    @Test
    @Tag("T19")
    void aNewEpisodeBeginsWithoutTheOldEvidence() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "This is ridiculous, I am furious!"), told.asksAgain(2));
        desk.arrives(told.asksAgain(4), told.says(5, "This is ridiculous, I am furious!"));
        assertThat(desk.escalations).containsExactly("conv-1/1");

        List<Ruling> back = desk.arrives(told.joins(20), told.returns(30));
        assertThat(back).last().satisfies(ruling -> {
            assertThat(ruling.command()).isEqualTo(Command.RESUME);
            assertThat(ruling.episode()).isEqualTo(2);
            assertThat(ruling.verdict().readings()).isEmpty();
        });
        desk.arrives(told.says(31, "Where is the export?"), told.replies(32, "In the settings."));

        assertThat(desk.state.getOwner()).isEqualTo(Owner.ASSISTANT);
        assertThat(desk.state.getFigures().getCustomerTurns()).isEqualTo(3);
        assertThat(desk.state.getFigures().getEpisodeCustomerTurns()).isEqualTo(1);
        desk.arrives(told.requests(40));
        assertThat(desk.escalations).containsExactly("conv-1/1", "conv-1/2");
    }

    @Test
    @Tag("G06")
    void aHumanCanStepInAtAnyTimeAndTheAssistantIsSilenced() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where is the export?"));

        List<Ruling> rulings = desk.arrives(told.writesByHand(2));

        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.command()).isEqualTo(Command.SILENCE);
            assertThat(ruling.escalate()).isFalse();
            assertThat(ruling.rule()).isEqualTo("agent-message");
        });
        assertThat(desk.state.getOwner()).isEqualTo(Owner.HUMAN);
        assertThat(desk.state.getAgentTouched()).isTrue();
        assertThat(desk.escalations).isEmpty();
    }

    @Test
    void onTierThreeTheAssistantMayDraftAfterAReturnUntilTheCustomerWrites() {
        desk.arrives(told.started(0, "contract"), told.says(1, "Hello"), told.joins(5), told.returns(10));
        assertThat(desk.assistant).isEqualTo(Command.DRAFT_ONLY);
        assertThat(desk.state.getOwner()).isEqualTo(Owner.ASSISTANT_REVIEWED);

        desk.arrives(told.says(20, "One more thing"));

        assertThat(desk.escalations).containsExactly("conv-1/1", "conv-1/2");
        assertThat(desk.assistant).isEqualTo(Command.SILENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks!", "Thank you, bye!", "ok thanks"})
    void thanksAfterTheEndDoNotOpenItAgain(String text) {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.resolved(5, Resolver.ASSISTANT));

        desk.arrives(told.says(6, text));

        assertThat(desk.state.getOwner()).isEqualTo(Owner.RESOLVED);
        assertThat(desk.state.getFigures().getCustomerTurns()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks, but it still does not work", "Thanks, where is it?", "no", "It is gone again"})
    @Tag("T26")
    void whenInDoubtTheCustomerGoesOn(String text) {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.resolved(5, Resolver.ASSISTANT));

        desk.arrives(told.says(6, text));

        assertThat(desk.state.getEpisode()).isEqualTo(2);
        assertThat(desk.state.getResolvedBy()).isNull();
        assertThat(desk.assistant).isEqualTo(Command.RESUME);
    }

    @Test
    void whatOutcomesAreComputedFromIsKept() {
        desk.arrives(
                told.started(0, "how-to"),
                told.says(1, "This is ridiculous, I am furious!"),
                told.replies(3, "Sorry."));
        assertThat(desk.state.getEscalatedAt()).isEqualTo(Told.at(1));
        assertThat(desk.state.getJoinedAt()).isZero();

        desk.arrives(
                told.joins(20), told.writesByHand(25), told.resolved(60, Resolver.AGENT), told.closed(90, "resolved"));
        desk.arrives(told.survey(100, 4));

        ConversationState s = desk.state;
        assertThat(s.getJoinedAt()).isEqualTo(Told.at(20));
        assertThat(s.getLastCustomerAt()).isEqualTo(Told.at(1));
        assertThat(s.getLastReplyAt()).isEqualTo(Told.at(25));
        assertThat(s.getAgentTouched()).isTrue();
        assertThat(s.getAssistantTouched()).isTrue();
        assertThat(s.getResolvedBy()).isEqualTo(Resolver.AGENT);
        assertThat(s.getResolvedAt()).as("when the customer was helped").isEqualTo(Told.at(60));
        assertThat(s.getResolution()).isEqualTo("fixed");
        assertThat(s.getAgentId()).isEqualTo("agent-1");
        assertThat(s.getCloseReason()).isEqualTo("resolved");
        assertThat(s.getFrustratedAtEnd()).isTrue();
        assertThat(s.getCsat()).isEqualTo(4);
        assertThat(s.getStartPath()).isEqualTo(Path.AUTOMATED);
    }

    @Test
    void aConversationWithoutEventsIsClosedAsAbandonedAtItsOwnTime() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(2, "There."));

        List<Ruling> rulings = desk.ticks(Told.at(5 * 3600));

        assertThat(desk.state.getOwner()).isEqualTo(Owner.CLOSED);
        assertThat(desk.state.getCloseReason()).isEqualTo("abandoned");
        assertThat(rulings).last().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("idle");
            assertThat(ruling.triggeredBy()).isEqualTo("timer:idle");
            assertThat(ruling.at()).isEqualTo(Told.at(91) + 30 * TestRulesets.MINUTE);
        });
    }

    @Test
    @Tag("T03")
    void aConversationThatTakesTooLongIsNoticedAtTheMomentItDoes() {
        desk.arrives(told.started(0, "how-to"), told.says(10, "Where?"), told.replies(12, "There."));

        List<Ruling> rulings = desk.ticks(Told.at(500));

        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.triggeredBy()).isEqualTo("timer:too-long");
            assertThat(ruling.at()).isEqualTo(Told.at(100));
        });
    }

    @Test
    @Tag("T09")
    void aMessageThatNobodyAnswersGoesToAHumanAtTheMomentItIsDue() {
        desk.arrives(told.started(0, "how-to"), told.says(10, "Where?"));
        assertThat(desk.conversations.nextDue(desk.state)).isEqualTo(Told.at(70));

        assertThat(desk.ticks(Told.at(69.999))).isEmpty();
        List<Ruling> rulings = desk.ticks(Told.at(70));

        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.triggeredBy()).isEqualTo("timer:unanswered");
            assertThat(ruling.escalate()).isTrue();
            assertThat(ruling.at()).isEqualTo(Told.at(70));
        });
    }

    @Test
    @Tag("G03")
    void anOutcomeSettlesAndThenTheConversationIsForgotten() {
        desk.arrives(told.started(0), told.says(1, "Where?"), told.resolved(10, Resolver.ASSISTANT));
        long settles = Told.at(10) + 7 * TestRulesets.DAY;
        long forgotten = Told.at(10) + 30 * TestRulesets.DAY;

        assertThat(desk.conversations.nextDue(desk.state)).isEqualTo(settles);
        desk.ticks(settles - 1);
        assertThat(desk.state.getDurable()).isFalse();
        desk.ticks(settles);
        assertThat(desk.state.getDurable()).isTrue();
        assertThat(desk.conversations.nextDue(desk.state)).isEqualTo(forgotten);
        assertThat(desk.conversations.expired(desk.state, forgotten - 1)).isFalse();
        assertThat(desk.conversations.expired(desk.state, forgotten)).isTrue();
    }

    @Test
    void nothingIsDueTwice() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(2, "There."));
        long due = 0;
        for (int i = 0; i < 20 && !desk.conversations.expired(desk.state, due); i++) {
            long next = desk.conversations.nextDue(desk.state);
            assertThat(next).isGreaterThan(due);
            due = next;
            desk.ticks(due);
        }
        assertThat(desk.conversations.expired(desk.state, due)).isTrue();
    }

    @Test
    void explanationsHoldNothingThatWasSaidOrWhoSaidIt() {
        desk.arrives(
                told.started(0, "how-to"),
                told.says(1, "Zanzibar zeppelin zucchini"),
                told.replies(2, "Zanzibar"),
                told.requests(3),
                told.joins(4),
                told.returns(5),
                told.resolved(6, Resolver.ASSISTANT),
                told.closed(7, "resolved"));

        assertThat(desk.told)
                .hasSizeGreaterThan(5)
                .allSatisfy(ruling -> assertThat(
                                ruling.explanation() + ruling.verdict().explanation())
                        .isNotBlank()
                        .doesNotContainIgnoringCase("zanzibar")
                        .doesNotContain(Told.CUSTOMER, Told.CONVERSATION, "agent-1"));
    }
}
