// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.ConversationDecision;
import io.baton.policy.decision.Verdict;
import io.baton.policy.playbook.Incidents;
import io.baton.policy.playbook.Playbooks;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Evidence;
import io.baton.policy.signal.LexiconScorer;
import io.baton.policy.signal.MoodReader;
import io.baton.policy.signal.TextScorer;
import io.baton.policy.signal.WordMood;
import io.baton.state.AcceptedEvent;
import io.baton.state.ClockTicked;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a conversation: the state of a conversation is the fold of its events in {@link EventOrder}, and this is the
 * fold.
 *
 * <p>Guarantees, whatever the order of arrival: at most one escalation an episode; no escalation that is not followed by
 * the assistant's silence in the same turn; a state that is the fold of the journal and of nothing else.
 *
 * <p>One instance a ruleset; immutable and thread-safe. The state that is handed in is the caller's working copy: it is
 * written on, returned in the {@link Turn} and not kept.
 */
public final class Conversations {

    private final Ruleset rules;
    private final TextScorer scorer;
    private final MoodReader moods;
    private final Machine machine;
    private final Timers timers;
    private final Judgement judgement;
    private final Refolding refolding;

    public Conversations(Ruleset rules) {
        this(rules, new WordMood());
    }

    /** @param moods who reads how the customer feels where the platform does not say */
    public Conversations(Ruleset rules, MoodReader moods) {
        this(rules, new LexiconScorer(rules.phrases()), moods, Incidents.NONE);
    }

    private Conversations(Ruleset rules, TextScorer scorer, MoodReader moods, Incidents incidents) {
        this.rules = rules;
        this.scorer = scorer;
        this.moods = moods;
        Evidence evidence = new Evidence(rules, scorer, moods);
        Crisis crisis = new Crisis(new Playbooks(rules, incidents));
        this.machine = new Machine(rules, evidence, scorer, crisis);
        this.timers = new Timers(rules, evidence, machine);
        this.judgement = new Judgement(rules, evidence);
        this.refolding = new Refolding(this, judgement, crisis);
    }

    /** The same rules while these incidents are known. */
    public Conversations with(Incidents incidents) {
        return new Conversations(rules, scorer, moods, incidents);
    }

    /**
     * Takes in an event that {@link EventOrder#arrival} has called {@link Arrival#NEXT}.
     *
     * @param before state up to here; null = the first event of the conversation
     * @param known what is known of the customer, used where {@code before} is null
     */
    public Turn apply(@Nullable ConversationState before, AcceptedEvent event, CustomerSnapshot known) {
        return apply(before, event, known, EventOrder.fingerprint(event));
    }

    /** @param fingerprint of the event, see {@link EventOrder#fingerprint(AcceptedEvent)} */
    public Turn apply(
            @Nullable ConversationState before, AcceptedEvent event, CustomerSnapshot known, long fingerprint) {
        Trail trail = new Trail();
        ConversationState s = before == null ? Episodes.open(event, known) : before;
        boolean taken = before == null ? first(s, event, trail) : fold(s, event, trail);
        if (!(event.getFact() instanceof ClockTicked)) {
            EventOrder.remember(s, fingerprint);
        }
        return new Turn(s, trail.rulings(), !taken);
    }

    /** Lets time pass up to {@code now}, epoch milliseconds; a moment that has passed already changes nothing. */
    public Turn elapse(ConversationState before, long now) {
        Trail trail = new Trail();
        timers.elapse(before, now, trail);
        return new Turn(before, trail.rulings(), false);
    }

    /**
     * Next moment at which {@link #elapse} does something or {@link #expired} becomes true, epoch milliseconds;
     * {@code Long.MAX_VALUE} if there is none. May lie in the past of a clock that has not been looked at.
     */
    public long nextDue(ConversationState s) {
        return timers.next(s);
    }

    /** Whether retention is over: state, journal and timers of the conversation are to be deleted (G03). */
    public boolean expired(ConversationState s, long now) {
        return timers.expired(s, now);
    }

    /**
     * Folds the journal anew because an event has come late.
     *
     * @param before state up to the arrival of the late event
     * @param journal every event of the conversation in {@link EventOrder}, the late one included
     * @param late the late event, which the decisions are ascribed to that follow from its arrival
     * @param known what was known of the customer at the start, where the journal does not say it
     * @return the state that the order of events leads to, and what is new to the world: an escalation of an episode
     *     that has none out yet, and where another holder results than before, that holder
     */
    public Turn refold(
            ConversationState before, List<AcceptedEvent> journal, AcceptedEvent late, CustomerSnapshot known) {
        return refolding.refold(before, journal, late, known);
    }

    /** The same without a late event, to check a state or to bring it to another ruleset; ascribed to {@code timer:refold}. */
    public Turn refold(ConversationState before, List<AcceptedEvent> journal, CustomerSnapshot known) {
        return refolding.refold(before, journal, null, known);
    }

    /** What the evidence says at {@code at}, epoch milliseconds, without an event. Changes nothing. */
    public Verdict judge(ConversationState s, long at) {
        return judgement.of(s, at, "timer:question");
    }

    /**
     * What the rules say at each event of a conversation, each "no" included. Changes nothing.
     *
     * @param now the state that is kept
     * @param journal every event of the conversation in {@link EventOrder}
     */
    public List<ConversationDecision> retrace(ConversationState now, List<AcceptedEvent> journal) {
        return new Retracing(this, rules, moods).of(now, journal);
    }

    boolean first(ConversationState s, AcceptedEvent event, Trail trail) {
        machine.first(s, event, trail);
        mark(s, event);
        return true;
    }

    /** One event into a conversation that has begun; false where it was kept out. */
    boolean fold(ConversationState s, AcceptedEvent event, Trail trail) {
        timers.elapse(s, event.getAt(), trail);
        if (event.getFact() instanceof ClockTicked) {
            return true;
        }
        boolean taken = machine.next(s, event, trail);
        mark(s, event);
        return taken;
    }

    /** A state that is about to be folded anew. */
    void resume(ConversationState before, ConversationState anew) {
        moods.resume(before, anew);
    }

    void elapse(ConversationState s, long now, Trail trail) {
        timers.elapse(s, now, trail);
    }

    /** For a journal without facts of escalations: those that the state before knows of are out all the same. */
    void standBy(ConversationState s, ConversationState before, Trail trail) {
        for (int episode = 1; episode < before.getEscalatedEpisode(); episode++) {
            trail.issued(episode, episode);
        }
        EscalationIssued last = EscalationIssued.newBuilder()
                .setEpisode(before.getEscalatedEpisode())
                .build();
        machine.standBy(s, last, Math.max(s.getLastAt(), before.getEscalatedAt()), trail);
    }

    /** What only confirms that something has left the router leaves no mark: the turn of an escalation has left one. */
    private static void mark(ConversationState s, AcceptedEvent event) {
        Kind kind = Kind.of(event);
        if (kind != Kind.ISSUED && kind != Kind.UPDATED) {
            s.setLastAt(event.getAt());
            s.setLastRank(kind.rank());
        }
    }
}
