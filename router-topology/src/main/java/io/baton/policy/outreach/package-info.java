// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Proactive contact (chapter 2, P01 to P04, S11): which product signals and which turns of a profile are worth a
 * word before the customer writes in.
 *
 * <p>Nobody is contacted here; others read what is worth it.
 */
@NullMarked
package io.baton.policy.outreach;

import org.jspecify.annotations.NullMarked;
