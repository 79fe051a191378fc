// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import io.baton.policy.learning.TextModel;

/**
 * A model as a file holds it.
 *
 * @param alertThreshold risk from which a conversation is worth an alert, chosen on training data, where one
 *     conversation in ten at most gets a false one
 */
public record StoredModel(Card card, double alertThreshold, TextModel model) {}
