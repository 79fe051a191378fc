// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.List;

/**
 * An escalation that leaves the router with a turn.
 *
 * @param at its time, epoch milliseconds
 * @param rule the rule that fired; empty = not known
 * @param signals ids of the signals that carried it
 */
public record Escalated(long at, String rule, List<String> signals) {

    static Escalated at(long at) {
        return new Escalated(at, "", List.of());
    }
}
