// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.policy.routing.Seats;
import io.baton.state.Handover;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of a packet is written, and how its queue stands.
 *
 * @param at when, epoch milliseconds
 * @param revision 1 for the packet as raised
 * @param update what the revision is for; null = as raised
 * @param previousQueue queue it is moved from; null = not moved
 * @param widened whether any agent may take it, whatever their skill
 * @param asynchronous whether the customer is called back instead of waiting
 * @param seats agents as far as known; null = nothing is
 * @param reAsked parts that agents have asked for again
 */
public record Situation(
        long at,
        int revision,
        @Nullable String update,
        @Nullable String previousQueue,
        boolean widened,
        boolean asynchronous,
        @Nullable Seats seats,
        List<String> reAsked) {

    /** As raised. */
    public static Situation raised(long at, @Nullable Seats seats) {
        return new Situation(at, 1, null, null, false, false, seats, List.of());
    }

    /**
     * As updated.
     *
     * @param before where it stood before the update
     * @param after where it stands now
     */
    public static Situation updated(Handover before, Handover after, @Nullable Seats seats) {
        return new Situation(
                after.getChangedAt(),
                after.getRevision(),
                after.getCause(),
                before.getQueue().equals(after.getQueue()) ? null : before.getQueue(),
                after.getWidened(),
                after.getAsynchronous(),
                seats,
                List.copyOf(after.getReAsked()));
    }
}
