// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.policy.decision.Verdict;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import io.baton.state.JourneyChanged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds a conversation from its beginning, and finds out what the world has not been told.
 *
 * <p>What has been told cannot be taken back: escalations that are out are facts in the journal, and the revision of the
 * last outcome, the timer that is set and the events seen last belong to the world, not to the fold.
 */
final class Refolding {

    private static final EventOrder ORDER = new EventOrder();

    private final Conversations conversations;
    private final Judgement judgement;
    private final Crisis crisis;

    Refolding(Conversations conversations, Judgement judgement, Crisis crisis) {
        this.conversations = conversations;
        this.judgement = judgement;
        this.crisis = crisis;
    }

    Turn refold(
            ConversationState before,
            List<AcceptedEvent> journal,
            @Nullable AcceptedEvent late,
            CustomerSnapshot known) {
        Fold fold = new Fold(before, late);
        CustomerSnapshot atStart = known;
        for (AcceptedEvent event : journal) {
            if (fold.s == null && event.getFact() instanceof JourneyChanged journey) {
                atStart = journey.getCustomer();
            } else {
                fold.take(event, atStart);
            }
        }
        ConversationState s = fold.s;
        if (s == null) {
            return new Turn(before, List.of(), false);
        }
        conversations.elapse(s, before.getLastAt(), fold.trail);
        carryOver(before, s, fold);
        if (late != null) {
            EventOrder.remember(s, EventOrder.fingerprint(late));
        }
        return new Turn(s, news(before, s, fold.trail, late), fold.lateKeptOut);
    }

    /** A fold that is under way. */
    private final class Fold {

        private final ConversationState before;
        private final @Nullable AcceptedEvent late;
        private final Trail trail = new Trail();
        private @Nullable ConversationState s;
        private boolean lateKeptOut;
        private boolean factsOfEscalations;

        private Fold(ConversationState before, @Nullable AcceptedEvent late) {
            this.before = before;
            this.late = late;
        }

        private void take(AcceptedEvent event, CustomerSnapshot atStart) {
            boolean issued = event.getFact() instanceof EscalationIssued;
            factsOfEscalations |= issued;
            ConversationState now = s;
            if (now != null) {
                boolean taken = conversations.fold(now, event, trail);
                lateKeptOut |= !taken && late != null && ORDER.compare(late, event) == 0;
            } else if (!issued && !(event.getFact() instanceof HandoverUpdated)) {
                s = Episodes.open(event, atStart);
                conversations.resume(before, s);
                conversations.first(s, event, trail);
            }
        }
    }

    private void carryOver(ConversationState before, ConversationState s, Fold fold) {
        s.setOutcomeRevision(before.getOutcomeRevision());
        s.setTimerAt(before.getTimerAt());
        s.setRecent(before.getRecent());
        if (!fold.factsOfEscalations && before.getEscalatedEpisode() > 0) {
            conversations.standBy(s, before, fold.trail);
            s.setHandover(before.getHandover());
        }
    }

    /** Escalations that no fact covers, then who holds it in the end, where the world believes otherwise. */
    private List<Ruling> news(
            ConversationState before, ConversationState s, Trail trail, @Nullable AcceptedEvent late) {
        List<Ruling> news = new ArrayList<>();
        for (Ruling ruling : trail.rulings()) {
            if (ruling.escalate() && !trail.covers(ruling.episode())) {
                news.add(ruling);
            }
        }
        Standing was = Standing.of(before);
        Standing is = Standing.of(s);
        boolean escalated = !news.isEmpty();
        boolean told = escalated && s.getOwner() == Owner.WAITING_FOR_HUMAN;
        boolean silencedInVain = escalated && Tiering.automated(s);
        if (silencedInVain || (is.differsFrom(was) && !told)) {
            String trigger = late == null ? "timer:refold" : late.getEventId();
            long at = s.getLastAt();
            Verdict verdict = judgement.of(s, at, trigger);
            Ruling ruling = Rulings.by(Because.LATE, s, was, at, trigger, mode(s), verdict);
            news.add(ruling.saying(crisis.text(s, was, ruling.command(), at)));
        }
        return news;
    }

    private static @Nullable Command mode(ConversationState s) {
        boolean returned = Tiering.automated(s) && s.getEpisode() > 1;
        return returned ? Rulings.welcomeBack(s) : Standing.of(s).mode();
    }
}
