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
    private final Blocks blocks;
    private final Function<String, @Nullable Customer> now;
    private final Map<String, Customer> before = new HashMap<>();
    private boolean closed;

    /**
     * Nothing has changed yet.
     *
     * @param viewed whether anybody looks in; otherwise nothing is kept
     * @param blocks are held while there is anything of before
     * @param now what is kept of a customer now, committed or not; null where there is nothing
     */
    Committed(boolean viewed, Blocks blocks, Function<String, @Nullable Customer> now) {
        this.viewed = viewed;
        this.blocks = blocks;
        this.now = now;
    }

    /** A customer is about to change within a transaction. */
    void changes(String customerId) {
        if (viewed && !before.containsKey(customerId)) {
            Customer customer = now.apply(customerId);
            before.put(customerId, customer == null ? new Customer(customerId, blocks) : customer.frozen());
            blocks.hold();
        }
    }

    /** What is kept now has been committed. */
    void done() {
        before.clear();
        blocks.letGo();
    }

    /** What is committed of a customer; null once this is closed. */
    @Nullable
    CustomerView view(String customerId) {
        if (closed) {
            return null;
        }
        Customer known = before.get(customerId);
        return CustomerView.of(known != null ? known : now.apply(customerId));
    }

    /** Nothing can be seen any more. */
    void close() {
        closed = true;
        before.clear();
    }
}
