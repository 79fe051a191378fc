// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.outcome.FigureSums;
import io.baton.policy.outcome.MetricKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link FigureRows} on a key-value store of Kafka Streams. */
record KafkaFigureRows(KeyValueStore<String, FigureSums> store) implements FigureRows {

    @Override
    public @Nullable FigureSums get(MetricKey row) {
        return store.get(row.text());
    }

    @Override
    public void put(FigureSums sums) {
        store.put(sums.text(), sums);
    }

    /** What the cache of the store holds is not among them until the next commit. */
    @Override
    public long size() {
        return store.approximateNumEntries();
    }

    @Override
    public void remove(FigureSums sums) {
        store.delete(sums.text());
    }

    @Override
    public List<FigureSums> all() {
        List<FigureSums> rows = new ArrayList<>();
        try (KeyValueIterator<String, FigureSums> all = store.all()) {
            all.forEachRemaining(row -> rows.add(row.value));
        }
        return rows;
    }
}
