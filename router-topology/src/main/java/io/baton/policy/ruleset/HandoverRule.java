// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Map;

/**
 * What holds while a customer waits for a human.
 *
 * @param silenceIsAbsence whether a queue of which no availability was ever reported counts as one with nobody on line
 * @param expectations what customers are told while they wait, by reason: closed, nobody-online, all-busy, unclaimed,
 *     call-back
 */
public record HandoverRule(boolean silenceIsAbsence, Map<String, String> expectations) {

    /** Nothing is said, and silence means nothing. */
    public static final HandoverRule NONE = new HandoverRule(false, Map.of());
}
