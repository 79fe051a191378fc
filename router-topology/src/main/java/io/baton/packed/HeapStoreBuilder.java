// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes a store of rows that change often a task: objects on the heap, each encoded once a commit. */
public final class HeapStoreBuilder<V> extends StoreSettings<KeyValueStore<String, V>> {

    private final Serde<V> values;

    public HeapStoreBuilder(String name, Serde<V> values) {
        super(name, Map.of());
        this.values = values;
    }

    @Override
    public KeyValueStore<String, V> build() {
        return new HeapStore<>(name(), values);
    }
}
