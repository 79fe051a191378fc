// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * One recorded conversation, told turn by turn with what was decided and why.
 *
 * <p>Nothing is decided here: it is replayed, and what the router wrote is laid beside what was said.
 */
@NullMarked
package io.baton.lab.explain;

import org.jspecify.annotations.NullMarked;
