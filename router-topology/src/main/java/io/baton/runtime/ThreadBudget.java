// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How many stream threads may be replaced within ten minutes. Without a bound, a record that fails each time is a loop that
 * looks like a running router.
 */
final class ThreadBudget {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private final int most;
    private final LongSupplier nanos;
    private final Deque<Long> spent = new ArrayDeque<>();

    /** @param nanos a monotonic clock in nanoseconds */
    ThreadBudget(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Takes one replacement out of the budget; false where none is left. */
    synchronized boolean spend() {
        long now = nanos.getAsLong();
        while (!spent.isEmpty() && now - spent.peekFirst() > WINDOW.toNanos()) {
            spent.removeFirst();
        }
        if (spent.size() >= most) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
