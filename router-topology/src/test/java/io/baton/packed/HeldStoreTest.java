// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held between two commits, without a changelog; {@link HeldStoreContractTest} has that. */
final class HeldStoreTest {

    @TempDir
    Path folder;

    private final List<String> encoded = new ArrayList<>();
    private final List<String> decoded = new ArrayList<>();
    private final KeyValueStore<Bytes, byte[]> kept =
            Stores.inMemoryKeyValueStore("held").get();
    private HeldStore<StringBuilder> store;
    private MockProcessorContext<String, String> context;

    @BeforeEach
    void open() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        store = new HeldStore<>(kept, noting(), false);
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void aRowIsDecodedOnceAndEncodedOnceHoweverOftenItChanges() {
        store.put("a", new StringBuilder("1"));
        store.flushCache();
        for (int change = 0; change < 5; change++) {
            store.put("a", store.get("a").append(change));
        }
        assertThat(encoded).containsExactly("1");

        store.flushCache();

        assertThat(encoded).containsExactly("1", "101234");
        assertThat(decoded).containsExactly("1");
        assertThat(kept.get(Bytes.wrap("a".getBytes()))).asString().isEqualTo("101234");
    }

    @Test
    void aCommitWithoutChangesWritesNothing() {
        store.put("a", new StringBuilder("1"));
        store.flushCache();

        store.get("a");
        store.flushCache();

        assertThat(encoded).hasSize(1);
    }

    @Test
    void whatWasDeletedIsGoneBeforeAndAfterTheCommit() {
        store.put("a", new StringBuilder("1"));
        store.flushCache();

        assertThat(store.delete("a")).hasToString("1");
        assertThat(store.get("a")).isNull();
        store.flushCache();

        assertThat(store.get("a")).isNull();
        assertThat(kept.approximateNumEntries()).isZero();
    }

    @Test
    void whoLooksAtAllSeesWhatIsHeld() {
        store.put("b", new StringBuilder("2"));
        store.flushCache();
        store.put("c", new StringBuilder("3"));
        store.put("a", new StringBuilder("1"));
        store.put("b", null);

        assertThat(rows(store.all())).containsExactly("a=1", "c=3");
        assertThat(rows(store.range("b", null))).containsExactly("c=3");
        assertThat(rows(store.range(null, "b"))).containsExactly("a=1");
    }

    @Test
    void noMoreThanSoManyAreHeld() {
        for (int row = 0; row < HeldStore.MOST + 1; row++) {
            store.put("row-" + row, new StringBuilder("1"));
        }

        assertThat(encoded).hasSize(HeldStore.MOST);
        assertThat(store.get("row-0")).hasToString("1");
    }

    @Test
    void aTaskThatBeginsAnewFindsNothingThatWasNotCommitted() {
        store.put("a", new StringBuilder("1"));
        store.flushCache();
        store.put("a", new StringBuilder("2"));

        store.init(context.getStateStoreContext(), store);

        assertThat(rows(store.all())).doesNotContain("a=2");
        assertThat(encoded).containsExactly("1");
    }

    private static List<String> rows(KeyValueIterator<String, StringBuilder> found) {
        List<String> rows = new ArrayList<>();
        try (found) {
            while (found.hasNext()) {
                String next = found.peekNextKey();
                KeyValue<String, StringBuilder> row = found.next();
                assertThat(row.key).isEqualTo(next);
                rows.add(row.key + "=" + row.value);
            }
        }
        return rows;
    }

    private Serde<StringBuilder> noting() {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    encoded.add(value.toString());
                    return value.toString().getBytes();
                },
                (topic, bytes) -> {
                    decoded.add(new String(bytes));
                    return new StringBuilder(new String(bytes));
                });
    }
}
