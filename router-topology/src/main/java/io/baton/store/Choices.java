// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import org.jspecify.annotations.Nullable;

/** The values of an enumeration by the byte that stands for them: 0 = null. */
final class Choices {

    private Choices() {}

    /** Fills a table that is one longer than the values. */
    static <E> @Nullable E[] of(@Nullable E[] table, E[] values) {
        System.arraycopy(values, 0, table, 1, values.length);
        return table;
    }
}
