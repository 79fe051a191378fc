// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.ConversationOutcome;
import io.baton.policy.feed.Change;
import io.baton.policy.feed.Examples;
import io.baton.policy.outcome.Figures;
import io.baton.policy.outcome.OutcomeView;
import io.baton.policy.outcome.RowChange;
import io.baton.policy.outcome.Settlement;
import io.baton.processor.ConversationStore.Encoded;
import io.baton.processor.Plan.Timed;
import io.baton.state.AcceptedEvent;
import io.baton.state.Contact;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a turn means for outcomes and figures: those of its own conversation, and those of earlier conversations of the customer
 * that it shows not to have held. Reads, and writes nothing.
 */
final class OutcomePlanner {

    private final ConversationStore conversations;
    private final Courses courses;

    OutcomePlanner(ConversationStore conversations, Courses courses) {
        this.conversations = conversations;
        this.courses = courses;
    }

    /**
     * A turn as far as outcomes care.
     *
     * @param before the conversation before; null where it did not exist
     * @param appended events that the turn adds to the journal
     * @param course the journal with them, in event order, as {@link Courses} have it; read only where it is needed
     * @param journal all that it says; needed more seldom yet
     * @param known journey of the customer before the turn
     * @param journey journey after it
     */
    record Happened(
            @Nullable OutcomeView before,
            ConversationState after,
            List<AcceptedEvent> appended,
            Supplier<List<AcceptedEvent>> course,
            Supplier<List<AcceptedEvent>> journal,
            Supplier<@Nullable CustomerJourney> known,
            @Nullable CustomerJourney journey,
            long at) {

        private Change change(@Nullable OutcomeView was, OutcomeView is) {
            return new Change(after, was, is, journal, appended, at);
        }
    }

    /** Adds what leaves the router to the emissions; sets the revision of the outcome in the state. */
    void settle(Happened turn, Rules rules, List<Timed> emissions) {
        OutcomeView before = turn.before();
        OutcomeView after = OutcomeView.of(turn.after());
        if (Settlement.needsJournal(before, after, turn.appended())) {
            CustomerJourney known = turn.known().get();
            CustomerJourney now = turn.journey() == null ? known : turn.journey();
            String id = turn.after().getConversationId();
            Contact was = rules.journeys().contact(known, id);
            Contact is = rules.journeys().contact(now, id);
            if (Settlement.stays(before, after, turn.appended(), was, is)) {
                return;
            }
            List<AcceptedEvent> course = turn.course().get();
            after = rules.settlement().complete(after, course, is);
            if (before != null) {
                before =
                        rules.settlement().complete(before, after, () -> Journal.without(turn.appended(), course), was);
            }
            learn(turn.change(before, after), rules, emissions);
        } else if (after.shell()) {
            learn(turn.change(before, after), rules, emissions);
        }
        emit(before, turn.after(), after, turn.at(), rules, emissions);
    }

    /** Earlier conversations whose outcome no longer is what it was: their states, ready to be written. */
    List<Encoded> corrected(Happened turn, Rules rules, List<Timed> emissions) {
        List<Encoded> corrected = new ArrayList<>();
        CustomerJourney now = turn.journey();
        CustomerJourney known = now == null ? null : turn.known().get();
        if (now == null || known == null) {
            return corrected;
        }
        for (Contact contact : now.getContacts()) {
            String id = contact.getConversationId();
            Contact was = rules.journeys().contact(known, id);
            boolean moved = was != null
                    && (was.getReturnedAt() != contact.getReturnedAt() || was.getFollowsUp() != contact.getFollowsUp());
            if (moved && !id.equals(turn.after().getConversationId())) {
                Encoded encoded = corrected(turn, id, was, contact, rules, emissions);
                if (encoded != null) {
                    corrected.add(encoded);
                }
            }
        }
        return corrected;
    }

    private @Nullable Encoded corrected(
            Happened turn, String id, @Nullable Contact was, Contact is, Rules rules, List<Timed> emissions) {
        String customer = turn.after().getCustomerId();
        ConversationState state = conversations.load(customer, id);
        if (state == null || state.getResolvedAt() == 0) {
            return null;
        }
        List<AcceptedEvent> course = courses.read(customer, id);
        OutcomeView view = OutcomeView.of(state);
        OutcomeView before = rules.settlement().complete(view, course, was);
        OutcomeView after = rules.settlement().complete(view, course, is);
        emit(before, state, after, turn.at(), rules, emissions);
        Supplier<List<AcceptedEvent>> journal = () -> conversations.transcript(customer, id);
        learn(new Change(state, before, after, journal, List.of(), turn.at()), rules, emissions);
        return conversations.encode(state, List.of());
    }

    private static void learn(Change change, Rules rules, List<Timed> emissions) {
        rules.reviewItems().of(change).forEach(item -> emissions.add(new Timed(new Emission.Noted(item), change.at())));
        Examples.of(change).forEach(example -> emissions.add(new Timed(new Emission.Learnt(example), change.at())));
    }

    private static void emit(
            @Nullable OutcomeView before,
            ConversationState state,
            OutcomeView after,
            long at,
            Rules rules,
            List<Timed> emissions) {
        ConversationOutcome outcome = rules.outcomes().of(before, state, after);
        if (outcome != null) {
            emissions.add(new Timed(new Emission.Ended(outcome), at));
        }
        List<RowChange> changes = Figures.diff(before, after);
        if (!changes.isEmpty()) {
            emissions.add(new Timed(new Emission.Counted(changes), at));
        }
    }
}
