// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

/**
 * The agents of a queue at a moment.
 *
 * @param online agents on line, 0 or more
 * @param free free seats, 0 or more
 */
public record Seats(int online, int free) {

    /** Both queues together. */
    Seats and(Seats other) {
        return new Seats(online + other.online, free + other.free);
    }
}
