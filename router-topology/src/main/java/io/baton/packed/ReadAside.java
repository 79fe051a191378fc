// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads a changelog back on another thread than the one that fetches it. Kafka Streams fetches the logs of all partitions of a process with one
 * thread and hands each store what it has, so that stores can be read side by side, and while more is fetched.
 *
 * <p>There is never more than one batch of a store under way: whoever brings the next waits for it, or reads it where no thread has begun to.
 * Used by one thread at a time, which may be another one after the log has been read.
 */
final class ReadAside {

    private final PackedState state;
    private @Nullable ForkJoinTask<?> reading;

    ReadAside(PackedState state) {
        this.state = state;
    }

    /**
     * Takes in records of the changelog, in order.
     *
     * @throws IllegalStateException for what was damaged among those before
     */
    void read(List<PackedState.Logged> records) {
        await();
        reading = ForkJoinPool.commonPool().submit(() -> state.restore(records));
    }

    /**
     * The state, once all that was handed over has been read.
     *
     * @throws IllegalStateException where some of it was damaged; each time, since a part of the state is worth nothing
     */
    PackedState await() {
        ForkJoinTask<?> current = reading;
        if (current != null) {
            current.join();
            reading = null;
        }
        return state;
    }

    /** Lets go of all that is kept, damaged or not. */
    void close() {
        ForkJoinTask<?> current = reading;
        if (current != null) {
            current.quietlyJoin();
        }
        state.close();
    }
}
