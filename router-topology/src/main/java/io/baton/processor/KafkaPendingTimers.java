// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** {@link PendingTimers} on a key-value store of Kafka Streams, read by range. */
final class KafkaPendingTimers implements PendingTimers {

    private static final byte[] NOTHING = new byte[0];
    private static final Bytes BEGINNING = Bytes.wrap(new byte[8]);

    private final KeyValueStore<Bytes, byte[]> store;
    /** No entry is due before this; spares range reads that would find nothing. Unknown at start, hence the beginning. */
    private long earliest;

    KafkaPendingTimers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.earliest = 0;
    }

    @Override
    public List<Bytes> due(long now, int most) {
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

    @Override
    public void set(long due, Bytes waiting) {
        store.put(Keys.timer(due, waiting), NOTHING);
        earliest = Math.min(earliest, due);
    }

    @Override
    public void clear(long due, Bytes waiting) {
        store.delete(Keys.timer(due, waiting));
    }
}
