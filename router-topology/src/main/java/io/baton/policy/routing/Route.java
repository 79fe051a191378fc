// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import java.util.OptionalLong;

/**
 * Where an escalation goes.
 *
 * @param queue queue id of the policy
 * @param priority 1 (first) to 5
 * @param dueAt when a human should have answered, epoch milliseconds; empty = no target
 * @param rule id of the route that was taken
 */
public record Route(String queue, int priority, OptionalLong dueAt, String rule) {}
