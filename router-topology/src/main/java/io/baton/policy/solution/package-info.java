// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Which resolutions have held for a category and segment: how they are counted, and which of them a packet names.
 *
 * <p>No store: what has been counted so far is handed in.
 */
@NullMarked
package io.baton.policy.solution;

import org.jspecify.annotations.NullMarked;
