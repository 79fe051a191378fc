// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A few rows that change often: objects on the heap, each encoded once a commit however often it was put.
 *
 * <p>Its changelog is that of Kafka's own store of the same keys and values, so either can restore what the other has logged.
 * What {@link #get} returns is the object that is kept: whoever changes it must {@link #put} it, or no commit will know.
 *
 * <p>Used by the thread of its task alone.
 */
final class HeapStore<V> extends CommitHook implements KeyValueStore<String, V> {

    private final String name;
    private final Serde<V> values;
    private final Map<String, V> rows = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private boolean open;

    HeapStore(String name, Serde<V> values) {
        this.name = name;
        this.values = values;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        super.init(context, root);
        // A task that comes back after a failure gets the same object: nothing of before may be left in it.
        rows.clear();
        changed.clear();
        open = true;
        context.register(root, this::restore);
    }

    private void restore(byte[] key, byte @Nullable [] value) {
        String row = new String(key, UTF_8);
        if (value == null) {
            rows.remove(row);
        } else {
            rows.put(row, values.deserializer().deserialize(name, value));
        }
    }

    @Override
    void beforeCommit() {
        for (String key : changed) {
            V value = rows.get(key);
            log(key.getBytes(UTF_8), value == null ? null : values.serializer().serialize(name, value));
        }
        changed.clear();
    }

    @Override
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, @Nullable V value) {
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
        changed.add(key);
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        V before = rows.get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<String, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        V before = rows.get(key);
        put(key, null);
        return before;
    }

    /** In the order of the keys' bytes, as Kafka's own stores have it, so that what is sent on does not tell them apart. */
    @Override
    public KeyValueIterator<String, V> all() {
        return sorted(null, null);
    }

    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        return sorted(from == null ? null : from.getBytes(UTF_8), to == null ? null : to.getBytes(UTF_8));
    }

    private KeyValueIterator<String, V> sorted(byte @Nullable [] from, byte @Nullable [] to) {
        List<byte[]> keys = new ArrayList<>(rows.size());
        for (String row : rows.keySet()) {
            byte[] key = row.getBytes(UTF_8);
            boolean after = from == null || Arrays.compareUnsigned(key, from) >= 0;
            if (after && (to == null || Arrays.compareUnsigned(key, to) <= 0)) {
                keys.add(key);
            }
        }
        keys.sort(Arrays::compareUnsigned);
        List<KeyValue<String, V>> found = new ArrayList<>(keys.size());
        for (byte[] key : keys) {
            String row = new String(key, UTF_8);
            V value = rows.get(row);
            if (value != null) {
                found.add(KeyValue.pair(row, value));
            }
        }
        return new Rows<>(found.iterator());
    }

    @Override
    public long approximateNumEntries() {
        return rows.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        rows.clear();
        changed.clear();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Over rows as they were when it was asked for. */
    private record Rows<V>(Iterator<KeyValue<String, V>> rows) implements KeyValueIterator<String, V> {

        @Override
        public String peekNextKey() {
            throw new UnsupportedOperationException("rows are read one after the other");
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            return rows.next();
        }

        @Override
        public void close() {}
    }
}
