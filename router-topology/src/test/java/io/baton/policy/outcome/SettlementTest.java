// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.SETTLEMENT;
import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.Path;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.Resolver;
import io.baton.state.AcceptedEvent;
import io.baton.state.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When an ended conversation is left alone, and its journal unread. */
final class SettlementTest {

    private static final long RESOLVED = T0 + 60_000;

    @Test
    void closingWhatWasResolvedLeavesAllAsItIs() {
        Story story = resolved();
        OutcomeView before = OutcomeView.of(story.state);
        OutcomeView whole = story.view();

        story.closed("resolved", RESOLVED + 5_000);

        assertThat(stays(before, story, closed(RESOLVED + 5_000))).isTrue();
        assertThat(Figures.diff(whole, story.view())).isEmpty();
        assertThat(story.outcomes).hasSize(1);
    }

    @Test
    void timeThatPassesLeavesAllAsItIsUntilTheOutcomeIsDurable() {
        Story story = resolved();
        OutcomeView before = OutcomeView.of(story.state);

        story.turn(RESOLVED + 7_000, state -> {});
        assertThat(stays(before, story)).isTrue();

        story.turn(RESOLVED + 9_000, state -> state.setDurable(true));
        assertThat(stays(before, story)).isFalse();
    }

    @Test
    void closingAnOpenConversationEndsIt() {
        Story story = Story.begins(Path.AUTOMATED).customerWrites(T0 + 1_000);
        OutcomeView before = OutcomeView.of(story.state);

        story.closed("merged", RESOLVED);

        assertThat(stays(before, story, closed(RESOLVED))).isFalse();
    }

    @Test
    void whatIsSaidAfterwardsCounts() {
        Story story = resolved();
        OutcomeView before = OutcomeView.of(story.state);
        AcceptedEvent review = event(RESOLVED + 5_000, new QaReviewed(4, null, null, null, null, "r-1"));

        assertThat(stays(before, story, review)).isFalse();

        story.turn(RESOLVED + 6_000, state -> state.setCsat(2));
        assertThat(stays(before, story)).isFalse();
    }

    @Test
    void aClosingAtTheMomentOfTheEndIsPartOfTheCourse() {
        Story story = resolved();

        assertThat(stays(OutcomeView.of(story.state), story, closed(RESOLVED))).isFalse();
    }

    @Test
    void aCustomerWhoHasComeBackIsNoted() {
        Story story = resolved();
        OutcomeView view = OutcomeView.of(story.state);
        Contact back = Contact.newBuilder()
                .setConversationId("c-1")
                .setStartedAt(T0)
                .setOutcome("resolved")
                .setOpen(false)
                .setReturnedAt(RESOLVED + 1)
                .build();

        assertThat(Settlement.stays(view, view, List.of(), null, back)).isFalse();
        assertThat(Settlement.stays(view, view, List.of(), back, back)).isTrue();
    }

    @Test
    void anOpenConversationCountsTheSameWhetherItsJournalIsReadAgainOrNot() {
        Story story = Story.begins(Path.AUTOMATED).customerWrites(T0 + 1_000).assistantReplies(T0 + 2_000);
        story.journal.add(event(T0 + 2_500, new ReplyCorrected("r-1", "wrong", null, "a-1")));
        story.journal.add(event(T0 + 2_600, new QaReviewed(4, null, null, null, true, "r-1")));
        OutcomeView open = OutcomeView.of(story.state);
        List<AcceptedEvent> earlier = List.copyOf(story.journal);
        story.resolved(Resolver.ASSISTANT, RESOLVED);

        OutcomeView unread = SETTLEMENT.complete(open, story.view(), () -> fail("nothing to be found in it"), null);

        OutcomeView read = SETTLEMENT.complete(open, earlier, null);
        assertThat(Fact.of(unread)).isEqualTo(Fact.of(read));
        assertThat(Figures.diff(unread, story.view()))
                .usingRecursiveComparison()
                .isEqualTo(Figures.diff(read, story.view()));
    }

    @Test
    void oneThatWasHandedOverIsReadAgain() {
        Story story = Story.begins(Path.AUTOMATED).customerWrites(T0 + 1_000).escalates(T0 + 2_000);
        OutcomeView open = OutcomeView.of(story.state);
        List<AcceptedEvent> earlier = List.copyOf(story.journal);
        story.resolved(Resolver.AGENT, RESOLVED);

        OutcomeView before = SETTLEMENT.complete(open, story.view(), () -> earlier, null);

        assertThat(before).isEqualTo(SETTLEMENT.complete(open, earlier, null));
        assertThat(before.later().course().escalations()).hasSize(1);
    }

    private static Story resolved() {
        return Story.begins(Path.AUTOMATED)
                .customerWrites(T0 + 1_000)
                .assistantReplies(T0 + 2_000)
                .resolved(Resolver.ASSISTANT, RESOLVED);
    }

    private static boolean stays(OutcomeView before, Story story, AcceptedEvent... appended) {
        return Settlement.stays(before, OutcomeView.of(story.state), List.of(appended), null, null);
    }

    private static AcceptedEvent closed(long at) {
        return event(at, new ConversationClosed("resolved"));
    }

    private static AcceptedEvent event(long at, Object data) {
        ConversationEvent told =
                new ConversationEvent("e-1", "chat", "c-1", "cust-c-1", Instant.ofEpochMilli(at), data, Map.of());
        return new AcceptedEvent("cust-c-1", "c-1", "chat", "e-1", at, false, List.of(), told);
    }
}
