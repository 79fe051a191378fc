// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.signal.Signal;
import java.util.List;
import java.util.Set;

/**
 * When signals that align escalate (T19), and when the assistant gets a human check before that (T22).
 *
 * @param among signals that count among the aligned ones ("M"); hard ones escalate anyway
 * @param windowMillis how far apart aligned signals may lie
 * @param reviewShare share of the score threshold at which a human checks the assistant's answers, 0 to 1; 0 = never
 * @param hysteresis how far, as a share of the threshold, the score must fall below that level before the check ends
 * @param hybridComplexity complexity from which a category is at least tier 2 (R02, R03)
 * @param humanComplexity complexity from which a category is tier 3
 * @param humanIntensity emotional intensity of the conversation, 1 to 5, from which it is human first
 * @param criteria what else moves a conversation to a higher tier, in order (R07)
 */
public record EscalationRule(
        Set<Signal> among,
        long windowMillis,
        double reviewShare,
        double hysteresis,
        int hybridComplexity,
        int humanComplexity,
        int humanIntensity,
        List<CriterionRule> criteria) {}
