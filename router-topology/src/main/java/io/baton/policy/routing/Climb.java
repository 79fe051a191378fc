// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import io.baton.state.HandoverUpdated;

/**
 * What happens next to a waiting escalation.
 *
 * @param at when, epoch milliseconds
 */
public record Climb(long at, HandoverUpdated fact) {}
