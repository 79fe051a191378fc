// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * What the console knows: a bounded picture of escalations, decisions, outcomes, figures and alerts, read from the router's own
 * committed output topics.
 *
 * <p>Nothing here answers requests, decides anything, or is needed by the router; it can be thrown away and read again.
 */
@NullMarked
package io.baton.edge.http.board;

import org.jspecify.annotations.NullMarked;
