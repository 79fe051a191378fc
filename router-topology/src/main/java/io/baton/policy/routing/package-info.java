// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Queue (chapter 6): which queue, what priority, due when.
 *
 * <p>No agents are assigned here; consoles do that.
 */
@NullMarked
package io.baton.policy.routing;

import org.jspecify.annotations.NullMarked;
