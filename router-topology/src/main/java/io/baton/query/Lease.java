// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this instance can still be sure of its partitions. One that was stopped, starved or cut off for about a session may have lost them
 * to another, and its stores do not know it. It is told with the answer to its next heartbeat, and gives them up a moment later; so after
 * such a time nothing is answered until it has had a few answers and still has them.
 *
 * <p>It must be looked at often: what was not looked at is what it is about.
 */
final class Lease {

    /** Heartbeats answered since: with the first a lost member is told, and by the third it has long closed its tasks. */
    private static final int ANSWERS = 3;

    private final Supplier<? extends Map<String, Double>> answered;
    private final LongSupplier nanos;
    private final long mostSilence;
    private final Map<String, Member> members = new HashMap<>();
    private long lookedAt;

    /** A stream thread as a member of the group: heartbeats answered, when the last was, and with which it is sure again. */
    private record Member(double answers, long at, double sureFrom) {}

    /**
     * A lease that begins now.
     *
     * @param answered heartbeats that the group has answered so far, by client
     * @param nanos a clock that only runs forward, also while the process is stopped
     * @param sessionMillis how long the group waits for a member that says nothing
     */
    Lease(Supplier<? extends Map<String, Double>> answered, LongSupplier nanos, long sessionMillis) {
        this.answered = answered;
        this.nanos = nanos;
        this.mostSilence = sessionMillis * 1_000_000 / 2;
        this.lookedAt = nanos.getAsLong();
    }

    /** Sees how things stand; from one thread, several times a session. */
    synchronized void look() {
        long now = nanos.getAsLong();
        boolean stopped = now - lookedAt > mostSilence;
        Map<String, Double> all = answered.get();
        members.keySet().retainAll(all.keySet());
        all.forEach((client, answers) -> members.put(client, after(members.get(client), answers, now, stopped)));
        lookedAt = now;
    }

    private Member after(@Nullable Member before, double answers, long now, boolean stopped) {
        if (before == null) {
            return new Member(answers, now, 0);
        }
        boolean silent = now - before.at() > mostSilence;
        double sureFrom =
                stopped || silent ? Math.max(before.sureFrom(), before.answers() + ANSWERS) : before.sureFrom();
        return new Member(answers, answers > before.answers() ? now : before.at(), sureFrom);
    }

    /** @throws NotHereException where this instance may have lost its partitions */
    synchronized void check() {
        boolean unsure = nanos.getAsLong() - lookedAt > mostSilence
                || members.values().stream().anyMatch(member -> member.answers() < member.sureFrom());
        if (unsure) {
            throw new NotHereException(
                    "the router has not heard from its group for a while and makes sure of its partitions");
        }
    }
}
