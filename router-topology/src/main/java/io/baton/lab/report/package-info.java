// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The report of a period: what the assistant did, what humans did, and how the two compare, from the metrics topics alone (M06, M24,
 * M27, L10).
 *
 * <p>Counts nothing itself: it adds up rows that add up.
 */
@NullMarked
package io.baton.lab.report;

import org.jspecify.annotations.NullMarked;
