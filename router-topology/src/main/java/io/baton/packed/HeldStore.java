// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A key-value store whose rows stay objects until the commit: each is decoded at most once, and encoded, kept and logged once, between two commits,
 * however often it changed. The caches of Kafka Streams hold bytes, so that each change decodes and encodes anew.
 *
 * <p>What {@link #get} returns is the row itself: whoever changes it must {@link #put} it, or no commit will know. Used by the thread of its task alone.
 */
public final class HeldStore<V> extends CommitHook implements KeyValueStore<String, V> {

    /** Rows that are held at most, some megabytes; who changes more than that between two commits writes them in between. */
    static final int MOST = 2_000;

    private final KeyValueStore<Bytes, byte[]> kept;
    private final Serde<V> serde;
    private final boolean logged;
    private final Map<String, @Nullable V> changed = new LinkedHashMap<>();

    HeldStore(KeyValueStore<Bytes, byte[]> kept, Serde<V> serde, boolean logged) {
        this.kept = kept;
        this.serde = serde;
        this.logged = logged;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        if (logged) {
            super.init(context, root);
        }
        // A task that comes back after a failure gets the same object: nothing of before may be left in it.
        changed.clear();
        kept.init(context, root);
    }

    @Override
    void beforeCommit() {
        changed.forEach(this::write);
        changed.clear();
    }

    private void write(String key, @Nullable V value) {
        Bytes bytes = bytes(key);
        byte[] row = value == null ? null : serde.serializer().serialize(name(), value);
        keep(bytes, row);
        if (logged) {
            log(bytes.get(), row);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null deletes.
    private void keep(Bytes key, byte @Nullable [] row) {
        kept.put(key, row);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null = no such row.
    public @Nullable V get(String key) {
        V held = changed.get(key);
        if (held != null || changed.containsKey(key)) {
            return held;
        }
        byte[] row = kept.get(bytes(key));
        return row == null ? null : serde.deserializer().deserialize(name(), row);
    }

    @Override
    public void put(String key, @Nullable V value) {
        changed.put(key, value);
        if (changed.size() >= MOST) {
            beforeCommit();
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null = no such row.
    public @Nullable V putIfAbsent(String key, V value) {
        V before = get(key);
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
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null = no such row.
    public @Nullable V delete(String key) {
        V before = get(key);
        put(key, null);
        return before;
    }

    /** In the order of the keys' bytes; what is held is written first. */
    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        beforeCommit();
        return rows(kept.range(from == null ? null : bytes(from), to == null ? null : bytes(to)));
    }

    /** In the order of the keys' bytes; what is held is written first. */
    @Override
    public KeyValueIterator<String, V> all() {
        beforeCommit();
        return rows(kept.all());
    }

    private KeyValueIterator<String, V> rows(KeyValueIterator<Bytes, byte[]> rows) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public KeyValue<String, V> next() {
                KeyValue<Bytes, byte[]> row = rows.next();
                return KeyValue.pair(text(row.key), serde.deserializer().deserialize(name(), row.value));
            }

            @Override
            public String peekNextKey() {
                return text(rows.peekNextKey());
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** Without what is held and new. */
    @Override
    public long approximateNumEntries() {
        return kept.approximateNumEntries();
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }

    private static String text(Bytes key) {
        return new String(key.get(), UTF_8);
    }

    @Override
    public String name() {
        return kept.name();
    }

    /** Comes after what was held has been written. */
    @Override
    public void commit(Map<TopicPartition, Long> offsets) {
        kept.commit(offsets);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null = not known.
    public @Nullable Long committedOffset(TopicPartition partition) {
        return kept.committedOffset(partition);
    }

    @Override
    @SuppressWarnings("deprecation") // Kafka Streams asks a store on disk that keeps its own offsets
    public boolean managesOffsets() {
        return kept.managesOffsets();
    }

    @Override
    public void close() {
        changed.clear();
        kept.close();
    }

    @Override
    public boolean persistent() {
        return kept.persistent();
    }

    @Override
    public boolean isOpen() {
        return kept.isOpen();
    }

    @Override
    public Position getPosition() {
        return kept.getPosition();
    }
}
