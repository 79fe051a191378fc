// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Whatever outlives the process has its name here: topics, stores, headers, meters, settings.
 *
 * <p>No behaviour and no imports beyond java.*.
 */
@NullMarked
package io.baton.names;

import org.jspecify.annotations.NullMarked;
