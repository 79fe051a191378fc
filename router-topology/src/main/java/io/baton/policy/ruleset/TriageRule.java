// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which customers come when, in an incident or a high-stakes case (C03).
 *
 * @param when condition over customer and conversation; null on the last one, which always holds
 * @param priority 1 (first) to 5
 * @param responseSeconds target for the first human answer; 0 = as usual
 */
public record TriageRule(@Nullable Condition when, int priority, long responseSeconds) {}
