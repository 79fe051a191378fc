// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import java.util.List;

/**
 * When a product signal, or a profile that turns, is worth a word to the customer.
 *
 * @param turn whether a change of the profile is judged, after which {@code when} holds and before which it did not; a product
 *     signal otherwise
 * @param when condition over the customer, and over the signal where one is judged
 * @param texts the problem in one sentence, with placeholders; the first is taken of which all values are known
 * @param windowMillis at most one contact a customer and kind of signal, or rule about the profile, in so long
 */
public record OutreachRule(String id, boolean turn, Condition when, List<String> texts, long windowMillis) {}
