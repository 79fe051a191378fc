// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Evidence (chapter 3): what speaks for a human, how strongly, and where in the conversation it comes from.
 *
 * <p>No decisions: {@code policy.decision} weighs what is found here against thresholds.
 */
@NullMarked
package io.baton.policy.signal;

import org.jspecify.annotations.NullMarked;
