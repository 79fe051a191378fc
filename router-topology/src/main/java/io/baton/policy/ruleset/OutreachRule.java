// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import java.util.List;

/**
 * When a product signal is worth a word to the customer.
 *
 * @param when condition over signal and customer
 * @param texts the problem in one sentence, with {feature}, {since}, {magnitude}, {percent} or {detail}; the first is taken of which
 *     all values are known
 * @param windowMillis at most one contact a customer and kind of signal in so long
 */
public record OutreachRule(String id, Condition when, List<String> texts, long windowMillis) {}
