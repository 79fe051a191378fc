// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Conversations and journeys that wait for something, keyed by due time and read by range.
 *
 * <p>One entry each, and a lazy one: it is moved forward only when something falls due earlier. When it fires
 * too early nothing happens and it is set again; so an ordinary turn writes no timer.
 */
final class PendingTimers {

    private static final byte[] NOTHING = new byte[0];
    private static final Bytes BEGINNING = Bytes.wrap(new byte[8]);

    private final KeyValueStore<Bytes, byte[]> store;
    /** No entry is due before this; spares range reads that would find nothing. Unknown at start, hence the beginning. */
    private long earliest;

    PendingTimers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.earliest = 0;
    }

    /** Entries due at or before a moment, earliest first, at most {@code most}. */
    List<Bytes> due(long now, int most) {
        if (now < earliest) {
            return List.of();
        }
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(BEGINNING, Keys.timer(now + 1, BEGINNING))) {
            while (range.hasNext() && found.size() < most) {
                Bytes timer = range.next().key;
                if (Keys.due(timer) <= now) {
                    found.add(timer);
                }
            }
        }
        if (found.size() < most) {
            earliest = now + 1;
        }
        return found;
    }

    void set(long due, Bytes waiting) {
        store.put(Keys.timer(due, waiting), NOTHING);
        earliest = Math.min(earliest, due);
    }

    void clear(long due, Bytes waiting) {
        store.delete(Keys.timer(due, waiting));
    }
}
