// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a {@link PackedStore} a task. */
public final class PackedStoreBuilder implements StoreBuilder<PackedStore> {

    /**
     * A broker compacts no segment that is still written to, which with its default of a gigabyte would keep as many bytes of
     * packs that have their tombstone, and a restore would read them all.
     */
    private static final Map<String, String> LOG = Map.of("segment.bytes", Integer.toString(32 << 20));

    private final String name;
    private final Codec codec;
    private Map<String, String> logConfig = new HashMap<>(LOG);
    private boolean logged = true;

    public PackedStoreBuilder(String name, Codec codec) {
        this.name = name;
        this.codec = codec;
    }

    @Override
    public PackedStore build() {
        return new PackedStore(name, codec);
    }

    @Override
    public String name() {
        return name;
    }

    /** There is nothing behind this store that a cache could spare. */
    @Override
    public StoreBuilder<PackedStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<PackedStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<PackedStore> withLoggingEnabled(Map<String, String> config) {
        logged = true;
        logConfig = new HashMap<>(config);
        return this;
    }

    @Override
    public StoreBuilder<PackedStore> withLoggingDisabled() {
        logged = false;
        logConfig.clear();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public boolean loggingEnabled() {
        return logged;
    }
}
