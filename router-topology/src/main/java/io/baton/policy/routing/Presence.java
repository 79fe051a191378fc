// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import org.jspecify.annotations.Nullable;

/** Whether somebody is there to take an escalation. */
public enum Presence {
    /** No report yet. */
    UNKNOWN,
    /** Nobody is on line. */
    NOBODY,
    /** Somebody is on line, and has no free seat. */
    BUSY,
    FREE;

    /** @param seats null = no report yet */
    public static Presence of(@Nullable Seats seats) {
        if (seats == null) {
            return UNKNOWN;
        }
        if (seats.online() == 0) {
            return NOBODY;
        }
        return seats.free() == 0 ? BUSY : FREE;
    }
}
