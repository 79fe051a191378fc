// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A changelog topic: records in order, and what compaction may make of them. */
final class ChangelogModel implements PackedState.Log {

    /** @param value null for a tombstone */
    record Entry(long number, byte @Nullable [] value) {}

    /** Has a state take in what was read, at once. */
    static void restore(PackedState state, List<Entry> entries) {
        state.restore(entries.stream()
                .map(entry -> new PackedState.Logged(entry.number(), entry.value()))
                .toList());
    }

    /** What a broker may do to packs that have their tombstone. */
    enum Compaction {
        NONE,
        PACKS_GONE,
        PACKS_AND_TOMBSTONES_GONE
    }

    private List<Entry> entries = new ArrayList<>();
    private int committed;
    private long writtenBytes;
    private int largest;

    @Override
    public void append(long number, byte @Nullable [] pack) {
        entries.add(new Entry(number, pack));
        writtenBytes += pack == null ? 0 : pack.length;
        largest = Math.max(largest, pack == null ? 0 : pack.length);
    }

    void commit() {
        committed = entries.size();
    }

    /** The transaction is rolled back. */
    void abort() {
        entries = new ArrayList<>(entries.subList(0, committed));
    }

    long writtenBytes() {
        return writtenBytes;
    }

    int largest() {
        return largest;
    }

    int tombstones() {
        return (int) entries.stream().filter(entry -> entry.value() == null).count();
    }

    /** What has been committed, compacted as far as its first {@code upTo} records say. */
    List<Entry> read(Compaction compaction, int upTo) {
        return read(compaction, upTo, 0);
    }

    /** As above, where the first {@code before} records had been read when the broker began to compact. */
    List<Entry> read(Compaction compaction, int upTo, int before) {
        Map<Long, Integer> last = new HashMap<>();
        for (int i = 0; i < Math.min(upTo, committed); i++) {
            last.put(entries.get(i).number(), i);
        }
        List<Entry> left = new ArrayList<>();
        for (int i = 0; i < committed; i++) {
            Entry entry = entries.get(i);
            int latest = last.getOrDefault(entry.number(), i);
            boolean replaced = latest > i;
            boolean oldTombstone = entry.value() == null && i < upTo;
            boolean gone = compaction != Compaction.NONE
                    && (replaced || (oldTombstone && compaction == Compaction.PACKS_AND_TOMBSTONES_GONE));
            if (i < before || !gone) {
                left.add(entry);
            }
        }
        return left;
    }

    int size() {
        return committed;
    }

    /** The broker keeps no more than this from now on. */
    void compact(Compaction compaction, int upTo) {
        entries = new ArrayList<>(read(compaction, upTo));
        committed = entries.size();
    }
}
