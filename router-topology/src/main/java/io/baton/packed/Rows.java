// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * A few rows that a partition keeps beside its customers, in tables with a name each. Their notes go into the same packs, since a changelog of their own
 * would be one more partition in every transaction, whatever little it holds.
 *
 * <p>They stay on the heap, and nothing finds them by pack but a look at each: whoever puts rows here puts few.
 */
final class Rows {

    /** One row and the pack that holds it. */
    static final class Row {

        final String table;
        final Bytes key;
        final byte[] value;
        long base = Kept.NO_PACK;

        private Row(String table, Bytes key, byte[] value) {
            this.table = table;
            this.key = key;
            this.value = value;
        }

        private long size() {
            return (long) table.length() + key.get().length + value.length;
        }
    }

    private final Map<String, Map<Bytes, Row>> tables = new HashMap<>();
    private long bytes;

    Row put(String table, Bytes key, byte[] value) {
        Row row = new Row(table, key, value);
        Row before = tables.computeIfAbsent(table, name -> new HashMap<>()).put(key, row);
        bytes += row.size() - (before == null ? 0 : before.size());
        return row;
    }

    /** @return whether it was there */
    boolean remove(String table, Bytes key) {
        Map<Bytes, Row> rows = tables.get(table);
        Row gone = rows == null ? null : rows.remove(key);
        bytes -= gone == null ? 0 : gone.size();
        return gone != null;
    }

    /** Values by key, in the order of the keys' bytes. */
    Map<Bytes, byte[]> table(String name) {
        Map<Bytes, byte[]> values = new TreeMap<>();
        Map<Bytes, Row> rows = tables.get(name);
        if (rows != null) {
            rows.values().forEach(row -> values.put(row.key, row.value));
        }
        return values;
    }

    /** All that only this pack holds. */
    List<Row> basedOn(long pack) {
        List<Row> based = new ArrayList<>();
        for (Map<Bytes, Row> rows : tables.values()) {
            for (Row row : rows.values()) {
                if (row.base == pack) {
                    based.add(row);
                }
            }
        }
        return based;
    }

    void dropBasedOn(long pack) {
        basedOn(pack).forEach(row -> remove(row.table, row.key));
    }

    void clear() {
        tables.clear();
        bytes = 0;
    }

    /** Bytes of all rows, as a pack would hold them. */
    long bytes() {
        return bytes;
    }
}
