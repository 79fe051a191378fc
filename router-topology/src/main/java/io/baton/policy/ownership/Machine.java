// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.AssistantReply;
import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.decision.Verdict;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Evidence;
import io.baton.policy.signal.TextScorer;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import org.jspecify.annotations.Nullable;

/**
 * Takes one event into a conversation: carries out the move that {@link Transitions} names and writes down the decision.
 *
 * <p>Knows neither arrival nor time that passes: events come in the order in which they happened, and what was due before
 * an event has been done.
 */
final class Machine {

    private final Tiering tiering;
    private final Episodes episodes;
    private final Farewell farewell;
    private final Evidence evidence;
    private final Judgement judgement;
    private final Endings endings;
    private final Crisis crisis;

    Machine(Ruleset rules, Evidence evidence, TextScorer scorer, Crisis crisis) {
        this.crisis = crisis;
        this.tiering = new Tiering(rules);
        this.episodes = new Episodes(tiering);
        this.farewell = new Farewell(scorer);
        this.evidence = evidence;
        this.judgement = new Judgement(rules, evidence);
        this.endings = new Endings(judgement);
    }

    /** Takes in the first event of a conversation that has been opened for it. */
    void first(ConversationState s, AcceptedEvent event, Trail trail) {
        note(s, event);
        s.setTier(tiering.tier(s));
        Tiering.settle(s);
        Move move = Transitions.of(s, Kind.of(event));
        s.setStartPath(move == Move.TAKE ? Path.HUMAN : s.getPath());
        carryOut(move == Move.NOTE ? Move.WEIGH : move, s, event, Standing.NONE, trail);
    }

    /** Takes in a further event; false where it came after closing and was kept out. */
    boolean next(ConversationState s, AcceptedEvent event, Trail trail) {
        Kind kind = Kind.of(event);
        Move move = Transitions.of(s, kind);
        if (move == Move.KEEP_OUT) {
            s.setAfterClose(s.getAfterClose() + 1);
            return false;
        }
        if (move == Move.GO_ON_UNLESS_FAREWELL) {
            move = farewell.is(event) ? Move.NOTE : Move.GO_ON;
        }
        Standing before = Standing.of(s);
        carryOut(move, s, event, before, trail);
        if (Kind.data(event) instanceof AssistantReply reply && kind == Kind.REPLY && before.forbids(reply)) {
            overstepped(s, event, before, trail);
        }
        return true;
    }

    private void carryOut(Move move, ConversationState s, AcceptedEvent event, Standing before, Trail trail) {
        String id = event.getEventId();
        long at = event.getAt();
        switch (move) {
            case NOTE -> observe(s, event);
            case WEIGH -> weighEvent(s, event, before, null, trail);
            case GO_ON -> {
                note(s, event);
                episodes.begin(s, s.getEpisode() + 1, at);
                weighEvent(s, event, before, Because.CUSTOMER_RETURNED, trail);
            }
            case RENEW -> {
                note(s, event);
                episodes.begin(s, s.getEpisode() + 1, at);
                observe(s, event);
                raiseTier(s);
                conclude(s, before, at, id, Because.of(Kind.of(event)), trail);
            }
            case TAKE -> {
                Verdict verdict = judgement.of(s, at, id);
                Episodes.take(s, at);
                observe(s, event);
                boolean silent = before.owner() == Owner.WAITING_FOR_HUMAN;
                trail.add(Rulings.by(
                        Because.of(Kind.of(event)), s, before, at, id, silent ? null : Command.SILENCE, verdict));
            }
            case RESOLVE, CLOSE -> {
                observe(s, event);
                endings.end(s, event, before, trail);
            }
            case STAND_BY -> standBy(s, (EscalationIssued) event.getFact(), at, trail);
            case FOLLOW -> Handovers.updated(s, (HandoverUpdated) event.getFact(), at);
            case GO_ON_UNLESS_FAREWELL, KEEP_OUT -> throw new IllegalStateException("settled before: " + move);
        }
    }

    /**
     * The assistant has answered outside its mandate (R18): it is told again, at the first time of an episode, the second,
     * the fourth and so on, so that one that does not listen floods nobody. Where the same reply has moved the conversation,
     * that decision has told it already.
     */
    private void overstepped(ConversationState s, AcceptedEvent event, Standing before, Trail trail) {
        int times = s.getFigures().getOversteps() + 1;
        s.getFigures().setOversteps(times);
        if (Integer.bitCount(times) == 1 && Standing.of(s).equals(before)) {
            String id = event.getEventId();
            Verdict verdict = judgement.of(s, event.getAt(), id);
            Ruling ruling = Rulings.by(Because.OVERSTEP, s, before, event.getAt(), id, before.mode(), verdict);
            trail.add(ruling.saying(crisis.text(s, before, before.mode(), event.getAt())));
        }
    }

    private void note(ConversationState s, AcceptedEvent event) {
        Particulars.note(s, event);
        crisis.look(s, event.getAt());
    }

    private void observe(ConversationState s, AcceptedEvent event) {
        note(s, event);
        evidence.observe(s, event);
    }

    /** An event that may call for a human: note it, let the tier follow, weigh. */
    private void weighEvent(
            ConversationState s, AcceptedEvent event, Standing before, @Nullable Because because, Trail trail) {
        Kind kind = Kind.of(event);
        String segment = s.getCustomer().getSegment();
        note(s, event);
        if (kind == Kind.JOURNEY) {
            s.setTier(tiering.afterMove(s, segment));
        }
        raiseTier(s);
        evidence.observe(s, event);
        Cause cause = new Cause(because, kind == Kind.REQUEST, tiering.move(segment, s));
        weigh(s, before, event.getAt(), event.getEventId(), cause, trail);
    }

    /** Decides between assistant, assistant with a check, and a human. */
    void weigh(ConversationState s, Standing before, long at, String id, Cause cause, Trail trail) {
        raiseTier(s);
        Verdict verdict = judgement.of(s, at, id);
        boolean somebodyWaits = cause.asked() || s.getFigures().getEpisodeCustomerTurns() > 0;
        if (verdict.escalate() && somebodyWaits) {
            s.setTier(Tiering.demandsHuman(verdict) ? Tiering.HUMAN_ONLY : s.getTier());
            Episodes.escalate(s, at);
            trail.add(Rulings.escalation(s, before, at, id, cause.with(crisis.news(s, before, at)), verdict));
            return;
        }
        s.setReviewByScore(verdict.review());
        Tiering.settle(s);
        crisis.hold(s);
        Cause known = cause.with(crisis.news(s, before, at));
        Ruling ruling = Rulings.weighed(s, before, at, id, known, tiering, verdict);
        trail.add(ruling.saying(crisis.text(s, before, ruling.command(), at)));
    }

    /** After a new episode: the assistant is told what it may do, in any case. */
    private void conclude(ConversationState s, Standing before, long at, String id, Because because, Trail trail) {
        Tiering.settle(s);
        crisis.hold(s);
        Command command = Rulings.welcomeBack(s);
        Ruling ruling = Rulings.by(because, s, before, at, id, command, judgement.of(s, at, id));
        trail.add(ruling.saying(crisis.text(s, before, command, at)));
    }

    /** An incident has begun, moved on or ended. Whoever holds the conversation then, the assistant is told what it may do. */
    void crisisMoves(ConversationState s, long at, Trail trail) {
        Standing before = Standing.of(s);
        crisis.look(s, at);
        if (Tiering.automated(s)) {
            weigh(s, before, at, "timer:incident", Cause.TIME, trail);
        }
    }

    /** When an incident next changes something for the conversation; {@link Timers#NEVER} if not foreseen. */
    long crisisDue(ConversationState s) {
        return crisis.due(s);
    }

    /** Nobody has said anything for so long that nobody is there any more. */
    void closeIdle(ConversationState s, long at, Trail trail) {
        endings.closeIdle(s, at, trail);
    }

    /** Time-based evidence has become due. */
    void timeSpeaks(ConversationState s, long at, Trail trail) {
        evidence.elapse(s, at);
        weigh(s, Standing.of(s), at, "timer:" + Rulings.clock(s), Cause.TIME, trail);
    }

    /**
     * An escalation that has left the router stands. Where the events, in their order, would not have led to it, it is
     * made true; what has ended since stays ended, with a human involved.
     */
    void standBy(ConversationState s, EscalationIssued issued, long at, Trail trail) {
        if (issued.getEpisode() > s.getEpisode()) {
            episodes.begin(s, issued.getEpisode(), at);
        }
        trail.issued(issued.getEpisode(), s.getEpisode());
        if (s.getEscalatedEpisode() < s.getEpisode()) {
            makeTrue(s, at);
        }
        Handovers.issued(s, issued, at);
    }

    private static void makeTrue(ConversationState s, long at) {
        Owner owner = s.getOwner();
        Path path = s.getPath();
        Episodes.escalate(s, at);
        if (owner != Owner.ASSISTANT && owner != Owner.ASSISTANT_REVIEWED) {
            s.setOwner(owner);
            s.setPath(path);
            s.setJoinedAt(owner == Owner.HUMAN ? at : 0);
        }
        s.setLastAt(at);
        s.setLastRank(Kind.ISSUED.rank());
    }

    private void raiseTier(ConversationState s) {
        if (s.getTier() < Tiering.HUMAN_ONLY) {
            s.setTier(Math.max(s.getTier(), tiering.tier(s)));
        }
    }
}
