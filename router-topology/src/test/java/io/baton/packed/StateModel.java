// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/** What a state should hold, said as simply as possible. */
record StateModel(
        Map<String, String> images,
        Map<String, String> journals,
        Map<String, String> journeys,
        Map<String, String> rows,
        NavigableSet<Bytes> timers,
        long live) {

    private static final HexFormat HEX = HexFormat.of();

    static StateModel of(PackedState state) {
        Map<String, String> images = new TreeMap<>();
        Map<String, String> journals = new TreeMap<>();
        Map<String, String> journeys = new TreeMap<>();
        for (Kept kept : state.holdings().all()) {
            String key = kept.customerId() + "/" + kept.id();
            images.put(key, HEX.formatHex(kept.image()));
            journals.put(key, HEX.formatHex(kept.journal()));
        }
        state.holdings().journeys().forEach((customer, journey) -> journeys.put(customer, HEX.formatHex(journey)));
        return new StateModel(images, journals, journeys, rows(state), new TreeSet<>(state.timers()), state.live());
    }

    private static Map<String, String> rows(PackedState state) {
        Map<String, String> rows = new TreeMap<>();
        for (String table : RandomLife.TABLES) {
            state.rows().table(table).forEach((key, value) -> rows.put(table + "/" + key, HEX.formatHex(value)));
        }
        return rows;
    }
}
