// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Outcome (chapter 7): who did the work, how it ended, and which figures follow from it.
 *
 * <p>No windows are stored here; a figure is a function of the state of a conversation.
 */
@NullMarked
package io.baton.policy.outcome;

import org.jspecify.annotations.NullMarked;
