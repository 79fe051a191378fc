// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Hand-over (chapter 5): the packet that goes with an escalation, written by rule from what is known.
 *
 * <p>No model calls and no text that has not been masked.
 */
@NullMarked
package io.baton.policy.packet;

import org.jspecify.annotations.NullMarked;
