// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * All features of one message of the customer.
 *
 * @param dense the numbers that {@link Features#denseNames()} names
 * @param grams buckets of its words and word pairs, each once
 * @param crosses buckets of combinations with what the other side did, each once
 */
public record MessageFeatures(float[] dense, int[] grams, int[] crosses) {}
