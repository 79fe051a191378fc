// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.EscalationReviewed;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.policy.outcome.OutcomeView.Back;
import io.baton.policy.outcome.OutcomeView.Later;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.AcceptedEvent;
import io.baton.state.AccountMoved;
import io.baton.state.Contact;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Completes the view of a conversation with what its journal and the customer's other conversations say. */
public final class Settlement {

    private final Ruleset rules;
    private final @Nullable CalendarRule calendar;

    public Settlement(Ruleset rules) {
        this.rules = rules;
        String named = rules.timing() == null ? null : rules.timing().calendar();
        this.calendar = named == null ? null : rules.calendars().get(named);
    }

    /** Whether the figures after a turn depend on the journal: never at an ordinary turn of an open conversation. */
    public static boolean needsJournal(@Nullable OutcomeView before, OutcomeView after, List<AcceptedEvent> appended) {
        return after.ending() != null
                || (before != null && before.ending() != null)
                || escalationsMove(before, after)
                || appended.stream().anyMatch(Settlement::judges);
    }

    /**
     * Whether a turn leaves all as it was that follows from how a conversation has ended: time has passed, or it was closed after it had been
     * resolved, which is how most conversations end. Then its journal says nothing new either, and need not be read.
     *
     * @param was the conversation in the journey of its customer before the turn; null = not there
     * @param is the same after it
     */
    public static boolean stays(
            @Nullable OutcomeView before,
            OutcomeView after,
            List<AcceptedEvent> appended,
            @Nullable Contact was,
            @Nullable Contact is) {
        return before != null
                && before.ending() != null
                && before.isAs(after)
                && back(was).equals(back(is))
                && appended.stream().allMatch(event -> closes(event, before.ending()));
    }

    private static boolean closes(AcceptedEvent event, Ending ending) {
        return event.getAt() > ending.at()
                && event.getFact() instanceof ConversationEvent told
                && told.getData() instanceof ConversationClosed;
    }

    private static Back back(@Nullable Contact contact) {
        return contact == null || (contact.getReturnedAt() == 0 && !contact.getFollowsUp())
                ? Back.NONE
                : new Back(contact.getReturnedAt(), contact.getFollowsUp());
    }

    /** An escalation has left or a resolution was taken back, or those that had are now counted elsewhere. */
    private static boolean escalationsMove(@Nullable OutcomeView before, OutcomeView after) {
        boolean counted = after.handover().count() > 0 || !after.takenBack().isEmpty();
        return counted && (before == null || !before.countsAs(after));
    }

    private static boolean judges(AcceptedEvent event) {
        Object data = event.getFact() instanceof ConversationEvent told ? told.getData() : event.getFact();
        return data instanceof EscalationReviewed
                || data instanceof QaReviewed
                || data instanceof ReplyCorrected
                || data instanceof AccountMoved;
    }

    /** When it ended; of one that goes on after a resolution, when that was, for the attempt is logged up to there; else 0. */
    private static long end(OutcomeView view) {
        List<Long> takenBack = view.takenBack();
        if (view.ending() != null) {
            return view.ending().at();
        }
        return takenBack.isEmpty() ? 0 : takenBack.get(takenBack.size() - 3);
    }

    /**
     * The view before a turn, completed like the one after it. Of a conversation that was open and has never been handed over
     * the journal said nothing that counts, so that it need not be read a second time.
     *
     * @param after the view after the turn, completed
     * @param journal every event before the turn in event order
     * @param contact the conversation in the journey of its customer before the turn; null = not there
     */
    public OutcomeView complete(
            OutcomeView before, OutcomeView after, Supplier<List<AcceptedEvent>> journal, @Nullable Contact contact) {
        Later later = after.later();
        boolean open = before.ending() == null && before.takenBack().isEmpty();
        return open && later != null && later.course().escalations().isEmpty()
                ? before.with(back(contact), new Later(Course.NOTHING, BeginningFacts.limits(rules, before)))
                : complete(before, journal.get(), contact);
    }

    /**
     * @param journal every event of the conversation in event order
     * @param contact the conversation in the journey of its customer; null = not there
     */
    public OutcomeView complete(OutcomeView view, List<AcceptedEvent> journal, @Nullable Contact contact) {
        long end = end(view);
        Course course = CourseReader.read(journal, view.startedAt(), end, calendar);
        return view.with(back(contact), new Later(course, BeginningFacts.limits(rules, view)));
    }
}
