// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.ConversationOutcome;
import io.baton.event.OutcomeState;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.ConversationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an outcome is written, and what it says.
 *
 * <p>A conversation that ends gets a provisional outcome. Whatever changes in it later (a survey, a category, a word of
 * thanks, the outcome becoming durable) is a new revision; a conversation that goes on after its end takes the outcome back
 * with a correction. So a reader that keeps the highest revision is always right, and nothing is edited silently.
 */
public final class Outcomes {

    private static final String REOPENED = "reopened";
    private static final String RETURNED = "returned";

    private final Ruleset rules;

    public Outcomes(Ruleset rules) {
        this.rules = rules;
    }

    /**
     * The outcome to write after a turn, or null where nothing has changed for its readers.
     *
     * <p>Always sets the revision in {@code after}, as the state may have been folded again from nothing.
     *
     * @param before the conversation before the turn; null where it did not exist
     * @param after the conversation after the turn
     */
    public @Nullable ConversationOutcome of(@Nullable OutcomeView before, ConversationState after) {
        return of(before, after, OutcomeView.of(after));
    }

    /** The same with what the journal and other conversations of the customer say in both views. */
    public @Nullable ConversationOutcome of(@Nullable OutcomeView before, ConversationState after, OutcomeView now) {
        int revision = before == null ? 0 : before.revision();
        ConversationOutcome outcome = now.shell() ? null : changed(before, after, now, revision + 1);
        after.setOutcomeRevision(outcome == null ? revision : revision + 1);
        return outcome;
    }

    private @Nullable ConversationOutcome changed(
            @Nullable OutcomeView before, ConversationState after, OutcomeView now, int revision) {
        OutcomeView ended = before != null && before.ending() != null ? before : null;
        if (now.ending() == null) {
            return ended == null ? null : record(after, now, revision);
        }
        ConversationOutcome outcome = record(after, now, revision);
        return ended != null && record(after, ended, revision).equals(outcome) ? null : outcome;
    }

    private ConversationOutcome record(ConversationState ids, OutcomeView view, int revision) {
        Ending ending = view.ending();
        Course course = view.later() == null ? null : view.later().course();
        return new ConversationOutcome(
                ids.getConversationId() + "/outcome/" + revision,
                ids.getConversationId(),
                ids.getCustomerId(),
                view.workedBy(),
                state(view),
                word(view),
                ending == null ? null : ending.resolvedBy(),
                revision,
                Instant.ofEpochMilli(view.startedAt()),
                ending == null ? null : Instant.ofEpochMilli(ending.at()),
                view.category(),
                view.segment(),
                view.handover().count(),
                view.turns().customer(),
                view.turns().assistant(),
                view.turns().agent(),
                view.survey().csat(),
                ending == null ? null : ending.resolution(),
                ending == null ? null : ending.agentId(),
                rules.version(),
                course == null ? null : course.meanConfidence(),
                course == null ? null : course.variant(),
                view.takenBack().size() / 3,
                view.back().returned() ? Instant.ofEpochMilli(view.back().returnedAt()) : null);
    }

    private static String word(OutcomeView view) {
        Ending ending = view.ending();
        if (ending == null) {
            return REOPENED;
        }
        return view.back().returned() && ending.counts()
                ? RETURNED
                : ending.result().word();
    }

    private static OutcomeState state(OutcomeView view) {
        Ending ending = view.ending();
        if (ending == null || (view.back().returned() && ending.counts())) {
            return OutcomeState.CORRECTED;
        }
        return ending.durable() ? OutcomeState.DURABLE : OutcomeState.PROVISIONAL;
    }
}
