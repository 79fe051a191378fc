// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.RouterConfig;
import io.baton.names.StoreLayout;
import io.baton.packed.StateBudget;
import java.util.List;
import java.util.Map;

/** How much of the heap state may take. */
final class HeapRoom {

    private HeapRoom() {}

    /**
     * Refuses a budget of more than two thirds of the heap, which is what the serial and the parallel collector have for what lives long.
     *
     * @throws StartRefusedException with what to change
     */
    static void check(RouterConfig config, long heap) {
        long max = config.state().maxBytes();
        if (config.state().layout() == StoreLayout.PACKED && max > heap / 3 * 2) {
            throw new StartRefusedException(
                    List.of("state.max: " + (max >> 20) + "m is more than two thirds of the heap of " + (heap >> 20)
                            + "m; lower it, give the router more heap (-Xmx), or take state.store: rocksdb"));
        }
    }

    /** Hands the budget to the stores. */
    static void set(Map<String, Object> settings, RouterConfig config, PutAwayFolder folder) {
        Map<String, Object> bounds = Map.of(BoundedRocksDb.BYTES, config.state().cacheBytes());
        settings.put(
                StateBudget.SETTING,
                new StateBudget(
                        config.state().maxBytes(),
                        folder::take,
                        options -> new BoundedRocksDb().setConfig("packed", options, bounds)));
    }
}
