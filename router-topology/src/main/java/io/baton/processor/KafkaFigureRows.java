// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.outcome.FigureSums;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link FigureRows} on a key-value store of Kafka Streams. */
record KafkaFigureRows(KeyValueStore<String, FigureSums> store) implements FigureRows {

    @Override
    public @Nullable FigureSums get(String key) {
        return store.get(key);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null deletes
    public void put(String key, @Nullable FigureSums sums) {
        store.put(key, sums);
    }

    /** What the cache of the store holds is not among them until the next commit. */
    @Override
    public long size() {
        return store.approximateNumEntries();
    }

    @Override
    public List<KeyValue<String, FigureSums>> all() {
        List<KeyValue<String, FigureSums>> rows = new ArrayList<>();
        try (KeyValueIterator<String, FigureSums> all = store.all()) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }
}
