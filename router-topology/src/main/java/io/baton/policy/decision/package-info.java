// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The verdict on a turn (chapter 4): do enough signals align, is the score over the threshold, what would have turned it.
 *
 * <p>No state changes: {@code policy.ownership} carries a verdict out.
 */
@NullMarked
package io.baton.policy.decision;

import org.jspecify.annotations.NullMarked;
