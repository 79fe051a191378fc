// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What Streams asks of every store's builder: a name and a changelog. Nothing of ours lies behind a cache. */
abstract class StoreSettings<S extends StateStore> implements StoreBuilder<S> {

    private final String name;
    private Map<String, String> logConfig;
    private boolean logged = true;

    StoreSettings(String name, Map<String, String> logConfig) {
        this.name = name;
        this.logConfig = new HashMap<>(logConfig);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final StoreBuilder<S> withCachingEnabled() {
        return this;
    }

    @Override
    public final StoreBuilder<S> withCachingDisabled() {
        return this;
    }

    @Override
    public final StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        logged = true;
        logConfig = new HashMap<>(config);
        return this;
    }

    @Override
    public final StoreBuilder<S> withLoggingDisabled() {
        logged = false;
        logConfig.clear();
        return this;
    }

    @Override
    public final Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public final boolean loggingEnabled() {
        return logged;
    }
}
