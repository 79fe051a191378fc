// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the stores of a stream thread that their transaction has been committed, which Kafka Streams does not: it asks for what belongs
 * to a transaction before the commit, and says nothing after it. All tasks of a thread share its producer, and so its transactions.
 */
public final class Commits {

    private static final ThreadLocal<List<PackedState>> SEALED = ThreadLocal.withInitial(ArrayList::new);

    private Commits() {}

    /** A state has handed over all that belongs to the transaction of this thread. */
    static void sealed(PackedState state) {
        SEALED.get().add(state);
    }

    /** The transaction of this thread has been committed. */
    public static void done() {
        List<PackedState> sealed = SEALED.get();
        sealed.forEach(PackedState::committed);
        sealed.clear();
    }
}
