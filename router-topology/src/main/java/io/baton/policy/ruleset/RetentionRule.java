// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * How long things are kept (G03), milliseconds each.
 *
 * @param conversation state and transcript after a conversation has closed
 * @param journey contacts and signals of a customer, each by its own age; profile and consent since the customer's last
 *     sign of life, an update of the profile included. A system that publishes profiles only when they change should publish
 *     each again within this time. A withdrawn consent is kept for good
 * @param windows figures, counted from the end of their window
 */
public record RetentionRule(long conversation, long journey, long windows) {}
