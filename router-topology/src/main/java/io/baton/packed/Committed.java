// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Customers as the last commit left them, as long as they differ from what is kept now. So whoever looks in from outside sees what has
 * been committed and nothing else, at the price of a few references for each customer that a commit interval touches.
 *
 * <p>Used under the lock of the {@link Holdings} that it belongs to.
 */
final class Committed {

    private final boolean viewed;
    private final Map<String, CustomerView> before = new HashMap<>();

    /** @param viewed whether anybody looks in; otherwise nothing is kept */
    Committed(boolean viewed) {
        this.viewed = viewed;
    }

    boolean isViewed() {
        return viewed;
    }

    /** A customer is about to change within a transaction. */
    void changes(String customerId, Function<String, CustomerView> now) {
        if (viewed) {
            before.computeIfAbsent(customerId, now);
        }
    }

    /** What is kept now has been committed. */
    void done() {
        before.clear();
    }

    CustomerView view(String customerId, Function<String, CustomerView> now) {
        CustomerView known = before.get(customerId);
        return known != null ? known : now.apply(customerId);
    }
}
