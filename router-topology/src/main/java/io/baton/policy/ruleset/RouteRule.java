// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a queue.
 *
 * @param when condition over customer and conversation; null on the last one, which always holds
 * @param queue queue id
 * @param priority 1 (first) to 5; null = the better one of queue and segment
 */
public record RouteRule(
        String id,
        @Nullable Condition when,
        String queue,
        @Nullable Integer priority) {}
