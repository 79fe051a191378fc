// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

/** How an event that arrives stands to what a conversation has seen already. */
public enum Arrival {
    /** It comes after everything seen: apply it. */
    NEXT,
    /**
     * It comes before something seen, or level with it: look for it in the journal; where it is not there, insert it and
     * fold the journal again.
     */
    LATE,
    /** One of the last few events again: drop it. */
    SEEN
}
