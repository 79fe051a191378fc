// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Ownership (chapter 4): the state machine of a conversation, folded from its events in the order in which they happened.
 *
 * <p>No Kafka, no clock: time is the time of the events, timers are computed from the state.
 */
@NullMarked
package io.baton.policy.ownership;

import org.jspecify.annotations.NullMarked;
