// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;
import java.util.Map;

/**
 * What holds while a customer waits for a human.
 *
 * @param silenceIsAbsence whether a queue of which no availability was ever reported counts as one with nobody on line
 * @param expectations what customers are told while they wait, by reason: closed, closing, nobody-online, all-busy, unclaimed,
 *     call-back
 * @param reAsk questions by which an agent asks again for a part of the packet, by part: attempts, account-status, summary,
 *     identity, category
 * @param similarCases resolutions that worked for such cases which a packet names at most, 0 to 10; 0 = none
 */
public record HandoverRule(
        boolean silenceIsAbsence, Map<String, String> expectations, Map<String, List<String>> reAsk, int similarCases) {

    /** Nothing is said, and silence means nothing. */
    public static final HandoverRule NONE = new HandoverRule(false, Map.of(), Map.of(), 3);
}
