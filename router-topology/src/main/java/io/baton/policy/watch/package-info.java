// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Watching the figures: when an alert is raised, updated and cleared, and when what categories did suggests another tier.
 *
 * <p>No store and no clock: the past is handed in, and so is the moment that is judged.
 */
@NullMarked
package io.baton.policy.watch;

import org.jspecify.annotations.NullMarked;
