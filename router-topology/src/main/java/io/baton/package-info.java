// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The entry point: {@link io.baton.Baton} hands the command line to {@code io.baton.cli}.
 *
 * <p>Nothing else lives here; each room below says on its own door what belongs in it.
 */
@NullMarked
package io.baton;

import org.jspecify.annotations.NullMarked;
