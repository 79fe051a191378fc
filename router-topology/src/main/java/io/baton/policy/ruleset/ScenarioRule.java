// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a high-stakes case is handled when there is no crisis (C08).
 *
 * @param when condition over customer and conversation
 * @param queue queue for it; null = as usual
 * @param priority 1 (first) to 5; 0 = as usual
 * @param responseSeconds target for the first human answer; 0 = as usual
 * @param steps what agents do, in order, at least one
 */
public record ScenarioRule(
        String id,
        String title,
        Condition when,
        @Nullable String queue,
        int priority,
        long responseSeconds,
        List<String> steps) {}
