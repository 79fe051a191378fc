// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.packed.PackedStore;
import io.baton.policy.outcome.FigureSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** {@link FigureRows} in the packed layout: objects, each encoded once a commit however often it changed. */
final class PackedFigureRows implements FigureRows {

    private final PackedStore store;
    private final String table;
    private final Serde<FigureSums> serde;
    private final Map<String, FigureSums> rows = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    private PackedFigureRows(PackedStore store, String table, Serde<FigureSums> serde) {
        this.store = store;
        this.table = table;
        this.serde = serde;
    }

    /** @param store of the task, read back */
    static PackedFigureRows of(PackedStore store, String table, Serde<FigureSums> serde) {
        PackedFigureRows figures = new PackedFigureRows(store, table, serde);
        store.rows(table)
                .forEach((key, value) -> figures.rows.put(
                        new String(key.get(), UTF_8), serde.deserializer().deserialize(table, value)));
        store.onCommit(table, figures::write);
        return figures;
    }

    private void write() {
        for (String key : changed) {
            FigureSums sums = rows.get(key);
            store.row(
                    table,
                    Bytes.wrap(key.getBytes(UTF_8)),
                    sums == null ? null : serde.serializer().serialize(table, sums));
        }
        changed.clear();
    }

    @Override
    public @Nullable FigureSums get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, @Nullable FigureSums sums) {
        if (sums == null) {
            rows.remove(key);
        } else {
            rows.put(key, sums);
        }
        changed.add(key);
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public List<KeyValue<String, FigureSums>> all() {
        List<Bytes> keys = new ArrayList<>(rows.size());
        rows.keySet().forEach(key -> keys.add(Bytes.wrap(key.getBytes(UTF_8))));
        keys.sort(null);
        List<KeyValue<String, FigureSums>> all = new ArrayList<>(keys.size());
        for (Bytes key : keys) {
            String text = new String(key.get(), UTF_8);
            FigureSums sums = rows.get(text);
            if (sums != null) {
                all.add(KeyValue.pair(text, sums));
            }
        }
        return all;
    }
}
