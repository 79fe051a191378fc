// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Customers as the last commit left them, as long as they differ from what is kept now. So whoever looks in from outside sees what has
 * been committed and nothing else, at the price of a few references for each customer that a commit interval touches.
 *
 * <p>Used under the lock of the {@link Holdings} that it belongs to.
 */
final class Committed {

    private final boolean viewed;
    private final Function<String, CustomerView> now;
    private final Map<String, CustomerView> before = new HashMap<>();
    private boolean closed;

    /**
     * Nothing has changed yet.
     *
     * @param viewed whether anybody looks in; otherwise nothing is kept
     * @param now what is kept of a customer now, committed or not
     */
    Committed(boolean viewed, Function<String, CustomerView> now) {
        this.viewed = viewed;
        this.now = now;
    }

    /** A customer is about to change within a transaction. */
    void changes(String customerId) {
        if (viewed) {
            before.computeIfAbsent(customerId, now);
        }
    }

    /** What is kept now has been committed. */
    void done() {
        before.clear();
    }

    /** What is committed of a customer; null once this is closed. */
    @Nullable
    CustomerView view(String customerId) {
        if (closed) {
            return null;
        }
        CustomerView known = before.get(customerId);
        return known != null ? known : now.apply(customerId);
    }

    /** Nothing can be seen any more. */
    void close() {
        closed = true;
        before.clear();
    }
}
