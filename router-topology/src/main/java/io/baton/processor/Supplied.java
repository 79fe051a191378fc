// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.packed.HeldStoreBuilder;
import io.baton.policy.outcome.WindowSums;
import io.baton.state.MetricTotals;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A processor that brings its one store along. */
record Supplied<K, V, KR, VR>(Supplier<Processor<K, V, KR, VR>> processor, Set<StoreBuilder<?>> stores)
        implements ProcessorSupplier<K, V, KR, VR> {

    /** Keyed by text, logged to a changelog; cached, so that a commit logs a key once however often it changed. */
    static <S> StoreBuilder<KeyValueStore<String, S>> store(KeyValueBytesStoreSupplier supplier, Serde<S> values) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values).withCachingEnabled();
    }

    /** Windows by a key of text, logged to a changelog; they stay numbers until the commit, since one changes many times a second. */
    static StoreBuilder<? extends KeyValueStore<String, WindowSums>> windows(
            KeyValueBytesStoreSupplier supplier, Serde<MetricTotals> totals) {
        Serde<WindowSums> sums = Serdes.serdeFrom(
                (topic, window) -> totals.serializer().serialize(topic, window.totals()),
                (topic, bytes) -> WindowSums.of(totals.deserializer().deserialize(topic, bytes)));
        return new HeldStoreBuilder<>(supplier, sums);
    }

    @Override
    public Processor<K, V, KR, VR> get() {
        return processor.get();
    }
}
