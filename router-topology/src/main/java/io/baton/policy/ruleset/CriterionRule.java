// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;

/**
 * A criterion that moves a conversation to a higher tier, at intake or at any later event (R07, T23).
 *
 * @param when condition over customer and conversation
 * @param tier tier it asks for, 2 or 3
 * @param text the criterion in one sentence, for decisions
 */
public record CriterionRule(String id, Condition when, int tier, String text) {}
