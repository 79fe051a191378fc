// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Conditions of the policy: typed expressions over what is known of a customer and a conversation.
 *
 * <p>No host access, no clock: time is one of the facts. Nothing here decides; it answers true or false.
 */
@NullMarked
package io.baton.policy.condition;

import org.jspecify.annotations.NullMarked;
