// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.packed.PackedStore;
import io.baton.policy.outcome.FigureSums;
import io.baton.policy.outcome.MetricKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** {@link FigureRows} in the packed layout: objects, each encoded once a commit however often it changed. */
final class PackedFigureRows implements FigureRows {

    private final PackedStore store;
    private final String table;
    private final Serde<FigureSums> serde;
    private final Map<MetricKey, FigureSums> rows = new HashMap<>();
    /** Those that are there no more too, by what they are kept under. */
    private final Map<String, @Nullable FigureSums> changed = new HashMap<>();

    private PackedFigureRows(PackedStore store, String table, Serde<FigureSums> serde) {
        this.store = store;
        this.table = table;
        this.serde = serde;
    }

    /** @param store of the task, read back */
    static PackedFigureRows of(PackedStore store, String table, Serde<FigureSums> serde) {
        PackedFigureRows figures = new PackedFigureRows(store, table, serde);
        store.rows(table)
                .values()
                .forEach(value -> figures.read(serde.deserializer().deserialize(table, value)));
        store.onCommit(table, figures::write);
        return figures;
    }

    private void read(FigureSums sums) {
        rows.put(sums.key(), sums);
    }

    private void write() {
        changed.forEach((text, sums) -> store.row(
                table,
                Bytes.wrap(text.getBytes(UTF_8)),
                sums == null ? null : serde.serializer().serialize(table, sums)));
        changed.clear();
    }

    @Override
    public @Nullable FigureSums get(MetricKey row) {
        return rows.get(row);
    }

    @Override
    public void put(FigureSums sums) {
        rows.put(sums.key(), sums);
        changed.put(sums.text(), sums);
    }

    @Override
    public void remove(FigureSums sums) {
        rows.remove(sums.key());
        changed.put(sums.text(), null);
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public List<FigureSums> all() {
        Map<Bytes, FigureSums> all = new TreeMap<>();
        rows.values().forEach(sums -> all.put(Bytes.wrap(sums.text().getBytes(UTF_8)), sums));
        return List.copyOf(all.values());
    }
}
