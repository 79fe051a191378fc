// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact counts. The facts of a conversation share a few of these.
 *
 * @param channel who counts it
 * @param at time whose window it belongs to, epoch milliseconds
 */
record Where(Channel channel, long at, @Nullable String category, String segment) {}
