// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/**
 * One signal as it stands at the moment of a decision.
 *
 * @param value last value, in the unit of the signal
 * @param threshold threshold that applies to this conversation
 * @param weight weight in the score
 * @param strength 0 to 1 after decay; 0 where the threshold is not reached
 * @param aligned whether it counts among the aligned signals
 * @param hard whether it escalates by itself now
 * @param at when it was last seen, epoch milliseconds
 * @param turn turn of the conversation it was seen in
 * @param eventId event it was read from
 */
public record Reading(
        Signal signal,
        double value,
        double threshold,
        double weight,
        double strength,
        boolean aligned,
        boolean hard,
        long at,
        int turn,
        String eventId) {

    /** What it adds to the score. */
    public double contribution() {
        return weight * strength;
    }
}
