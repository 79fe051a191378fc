// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** Makes a {@link HeldStore} a task. */
public final class HeldStoreBuilder<V> extends StoreSettings<HeldStore<V>> {

    private final KeyValueBytesStoreSupplier kept;
    private final Serde<V> serde;

    /** @param kept where rows lie as bytes */
    public HeldStoreBuilder(KeyValueBytesStoreSupplier kept, Serde<V> serde) {
        super(kept.name(), Map.of());
        this.kept = kept;
        this.serde = serde;
    }

    @Override
    public HeldStore<V> build() {
        return new HeldStore<>(kept.get(), serde, loggingEnabled());
    }
}
