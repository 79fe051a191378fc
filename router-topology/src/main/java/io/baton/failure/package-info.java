// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * What happens to a record, a thread and a process when something fails.
 *
 * <p>No business rules; a record that is merely invalid is refused by {@code intake}.
 */
@NullMarked
package io.baton.failure;

import org.jspecify.annotations.NullMarked;
