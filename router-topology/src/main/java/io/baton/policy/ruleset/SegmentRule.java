// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A customer segment (S01 to S07).
 *
 * @param when condition over the customer; null on the last one, which always holds
 * @param minTier lowest tier a conversation of this segment starts on: 1, 2 (R17, review layer) or 3 (human first)
 * @param scoreThreshold score at which a conversation is escalated, above 0
 * @param aligned how many signals must align, 1 or more
 * @param ease factor on the distance a signal must go, above 0 to 1; below 1 lowers every threshold (T21)
 * @param responseSeconds target for the first human answer after an escalation, where the queue has none of its own; 0 = none
 * @param priority 1 (first) to 5
 */
public record SegmentRule(
        String id,
        String title,
        @Nullable Condition when,
        int minTier,
        double scoreThreshold,
        int aligned,
        double ease,
        long responseSeconds,
        int priority) {}
