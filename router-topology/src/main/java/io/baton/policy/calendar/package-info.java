// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Business time: opening hours, holidays, time zones, daylight saving.
 *
 * <p>No clock: every question names its instant.
 */
@NullMarked
package io.baton.policy.calendar;

import org.jspecify.annotations.NullMarked;
