// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import io.baton.policy.ownership.Handovers;
import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.LadderRule.Step;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.ConversationState;
import io.baton.state.Handover;
import io.baton.state.HandoverUpdated;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an escalation that nobody takes, step by step (the no-agent ladder).
 *
 * <p>A step is taken when its time has come and nobody has a free seat, neither in the queue the escalation was raised to
 * nor in the one it is in. While somebody has, they are given until the target; after it the step is taken all the same, so
 * that no ladder can stall on seats that nobody uses. A queue that nothing was ever reported of has no ladder, unless the
 * policy takes silence for absence: without knowing who is there nobody can say that nobody is.
 *
 * <p>When a seat becomes free again, what has climbed, or has waited while nobody was on line, is told so, once a step.
 */
public final class Ladders {

    public static final String AGENTS_BACK = "agents-back";

    /** What never comes. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Ruleset rules;

    public Ladders(Ruleset rules) {
        this.rules = rules;
    }

    /** Name of a step's action in packets and policy files. */
    public static String name(LadderRule.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The next thing that happens up to and including {@code until}; null where nothing does. Call it until it does not. */
    public @Nullable Climb next(ConversationState s, long until, Availability availability) {
        LadderRule ladder = ladder(s);
        Handover h = s.getHandover();
        if (ladder == null || h == null) {
            return null;
        }
        long due = stepDue(h, ladder);
        for (long at : moments(h, due, until, availability)) {
            Seats seats = seats(h, at, availability);
            if (due <= at && climbs(h, at, seats)) {
                return new Climb(at, step(h, ladder.steps().get(h.getStep()), seats));
            }
            if (at > h.getChangedAt() && isBack(h, at, seats, availability)) {
                return new Climb(at, back(h, at, seats, availability));
            }
        }
        return null;
    }

    /**
     * When to look again although nobody has reported anything, later than {@code now}; {@code Long.MAX_VALUE} where only a
     * report can change something.
     */
    public long nextDue(ConversationState s, long now, Availability availability) {
        LadderRule ladder = ladder(s);
        Handover h = s.getHandover();
        if (ladder == null || h == null || presence(seats(h, now, availability)) == Presence.UNKNOWN) {
            return NEVER;
        }
        long due = stepDue(h, ladder);
        if (due == NEVER || due > now) {
            return due;
        }
        return Math.max(patience(h), now + 1);
    }

    /** What was known of the agents who could take it; null = nothing. */
    public @Nullable Seats seats(Handover h, long at, Availability availability) {
        Seats here = availability.at(h.getQueue(), at);
        if (h.getQueue().equals(h.getFirstQueue())) {
            return here;
        }
        Seats first = availability.at(h.getFirstQueue(), at);
        return here == null || first == null ? (here == null ? first : here) : here.and(first);
    }

    private @Nullable LadderRule ladder(ConversationState s) {
        Handover h = s.getHandover();
        if (h == null || !Handovers.waits(s)) {
            return null;
        }
        QueueRule queue = rules.queues().get(h.getFirstQueue());
        if (queue == null || queue.ladder() == null || !rules.queues().containsKey(h.getQueue())) {
            return null;
        }
        return rules.ladders().get(queue.ladder());
    }

    private static long stepDue(Handover h, LadderRule ladder) {
        return h.getStep() < ladder.steps().size()
                ? h.getAt() + ladder.steps().get(h.getStep()).afterSeconds() * 1_000
                : NEVER;
    }

    /** Moments at which something can change, in order. */
    private static Iterable<Long> moments(Handover h, long due, long until, Availability availability) {
        TreeSet<Long> moments = new TreeSet<>();
        long from = h.getChangedAt();
        if (due != NEVER) {
            moments.add(Math.max(due, from));
            moments.add(Math.max(patience(h), from));
        }
        moments.addAll(availability.reports(h.getQueue(), from, until));
        moments.addAll(availability.reports(h.getFirstQueue(), from, until));
        return moments.headSet(until, true);
    }

    private boolean climbs(Handover h, long at, @Nullable Seats seats) {
        return switch (presence(seats)) {
            case UNKNOWN -> false;
            case NOBODY, BUSY -> true;
            case FREE -> at >= patience(h);
        };
    }

    private boolean isBack(Handover h, long at, @Nullable Seats seats, Availability availability) {
        if (h.getCause().equals(AGENTS_BACK) || presence(seats) != Presence.FREE) {
            return false;
        }
        Presence before = presence(seats(h, at - 1, availability));
        return before == Presence.NOBODY || (before == Presence.BUSY && h.getStep() > 0);
    }

    /** Where only those are back whom it was raised to, it goes back to them. */
    private static HandoverUpdated back(Handover h, long at, @Nullable Seats seats, Availability availability) {
        boolean atHome = Presence.of(availability.at(h.getFirstQueue(), at)) == Presence.FREE
                && Presence.of(availability.at(h.getQueue(), at)) != Presence.FREE;
        return seen(Handovers.next(h, AGENTS_BACK).setQueue(atHome ? h.getFirstQueue() : h.getQueue()), seats);
    }

    private Presence presence(@Nullable Seats seats) {
        Presence presence = Presence.of(seats);
        return presence == Presence.UNKNOWN && rules.handover().silenceIsAbsence() ? Presence.NOBODY : presence;
    }

    /** Until when a free seat is believed to take it: the target, or at once where there is none. */
    private static long patience(Handover h) {
        Long due = h.getDueAt();
        return due == null ? h.getAt() : due;
    }

    private static HandoverUpdated step(Handover h, Step step, @Nullable Seats seats) {
        HandoverUpdated.Builder next = Handovers.next(h, name(step.action())).setStep(h.getStep() + 1);
        switch (step.action()) {
            case WIDEN_SKILL -> next.setWidened(true);
            case RAISE_PRIORITY -> next.setPriority(Math.max(1, h.getPriority() - 1));
            case OVERFLOW -> next.setQueue(step.queue() == null ? h.getQueue() : step.queue());
            case CALL_BACK -> next.setAsynchronous(true);
            case TELL_EXPECTATION -> {
                // what the customer is told is in the packet
            }
        }
        return seen(next, seats);
    }

    private static HandoverUpdated seen(HandoverUpdated.Builder next, @Nullable Seats seats) {
        return next.setOnline(seats == null ? null : seats.online())
                .setFree(seats == null ? null : seats.free())
                .build();
    }
}
