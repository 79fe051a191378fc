// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Evidence;
import io.baton.state.ConversationState;
import io.baton.state.Handover;

/**
 * What happens to a conversation because time passes, each at its own due time.
 *
 * <p>All due times follow from the state. So it makes no difference whether the clock is looked at every second or only
 * when the next event comes: what was due before happens first, in order, at the time at which it was due.
 */
final class Timers {

    static final long NEVER = Long.MAX_VALUE;

    /** No conversation has this many timers; a mistake in a due time must not hold up a partition. */
    private static final int MOST = 100;

    private final Ruleset rules;
    private final Evidence evidence;
    private final Machine machine;

    Timers(Ruleset rules, Evidence evidence, Machine machine) {
        this.rules = rules;
        this.evidence = evidence;
        this.machine = machine;
    }

    /** Does everything that falls due up to and including {@code now}. */
    void elapse(ConversationState s, long now, Trail trail) {
        long spoken = Long.MIN_VALUE;
        for (int i = 0; i < MOST; i++) {
            long speaks = speaks(s);
            if (speaks <= spoken) {
                speaks = NEVER;
            }
            long idle = idle(s);
            long durable = durable(s);
            long incident = machine.crisisDue(s);
            long due = Math.min(Math.min(speaks, incident), Math.min(idle, durable));
            if (due > now || due == NEVER) {
                return;
            }
            if (due == incident) {
                machine.crisisMoves(s, due, trail);
            } else if (due == speaks) {
                spoken = due;
                machine.timeSpeaks(s, due, trail);
            } else if (due == idle) {
                machine.closeIdle(s, due, trail);
            } else {
                s.setDurable(true);
            }
            s.setLastAt(due);
            s.setLastRank(Kind.TICK.rank());
        }
    }

    /** Next moment at which something falls due, the end of retention included; {@link #NEVER} if none. */
    long next(ConversationState s) {
        return Math.min(machine.crisisDue(s), Math.min(Math.min(speaks(s), idle(s)), Math.min(durable(s), forget(s))));
    }

    boolean expired(ConversationState s, long now) {
        return forget(s) <= now;
    }

    /** When time-based evidence speaks next. One that is overdue, since a threshold has fallen, speaks at once. */
    private long speaks(ConversationState s) {
        if (!Tiering.automated(s)) {
            return NEVER;
        }
        long due = evidence.nextDue(s);
        return due == NEVER ? NEVER : Math.max(due, s.getLastAt());
    }

    /** Who waits for a human is not silent: that counts from the response target on, where it lies beyond. */
    private long idle(ConversationState s) {
        if (Tiering.ended(s)) {
            return NEVER;
        }
        long idle = after(s.getLastAt(), rules.timing().idleCloseMillis());
        Handover waiting = Handovers.waits(s) ? s.getHandover() : null;
        Long due = waiting == null ? null : waiting.getDueAt();
        return due == null || due <= idle ? idle : after(due, rules.timing().idleCloseMillis());
    }

    private long durable(ConversationState s) {
        return Tiering.ended(s) && !s.getDurable()
                ? after(s.getResolvedAt(), rules.timing().durableMillis())
                : NEVER;
    }

    private long forget(ConversationState s) {
        return Tiering.ended(s) ? after(s.getResolvedAt(), rules.retention().conversation()) : NEVER;
    }

    private static long after(long from, long millis) {
        return millis > NEVER - Math.max(from, 0) ? NEVER : from + millis;
    }
}
