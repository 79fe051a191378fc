// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.TextModel;

/**
 * A model as a file holds it.
 *
 * @param alertThreshold risk from which a conversation is worth an alert, see {@link OnTime}; chosen on training data
 */
public record StoredModel(Card card, double alertThreshold, TextModel model) {}
