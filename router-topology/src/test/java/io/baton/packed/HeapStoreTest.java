// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeapStoreTest {

    /** What Streams gives a store: it keeps the changelog, and hands back the callback that reads it. */
    private static final class Changelog {

        private final Map<Bytes, byte @Nullable []> log = new LinkedHashMap<>();
        private int records;
        private @Nullable StateRestoreCallback restore;

        private KeyValueStore<String, String> open(HeapStore<String> store) {
            InternalProcessorContext<?, ?> context = (InternalProcessorContext<?, ?>) Proxy.newProxyInstance(
                    HeapStoreTest.class.getClassLoader(),
                    new Class<?>[] {InternalProcessorContext.class},
                    (self, method, args) -> {
                        switch (method.getName()) {
                            case "logChange" -> {
                                log.put((Bytes) args[1], (byte[]) args[2]);
                                records++;
                            }
                            case "register" -> restore = (StateRestoreCallback) args[1];
                            default -> {
                                return method.getReturnType() == long.class ? (Object) 0L : null;
                            }
                        }
                        return null;
                    });
            store.init(context, store);
            return store;
        }

        private KeyValueStore<String, String> restored() {
            HeapStore<String> store = new HeapStore<>("rows", Serdes.String());
            KeyValueStore<String, String> opened = open(store);
            log.forEach((key, value) -> restore.restore(key.get(), value));
            return opened;
        }
    }

    private final Changelog changelog = new Changelog();
    private final HeapStore<String> store = new HeapStore<>("rows", Serdes.String());

    @Test
    void logsARowOnceACommitHoweverOftenItChanged() {
        changelog.open(store);
        store.put("a", "1");
        store.put("a", "2");
        store.put("b", "3");
        assertThat(changelog.records).as("before the commit").isZero();

        store.flushCache();
        store.flushCache();

        assertThat(changelog.records).isEqualTo(2);
        assertThat(contents(changelog.restored())).containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
    }

    @Test
    void forgetsWhatWasNotCommittedWhenItsTaskBeginsAnew() {
        changelog.open(store);
        store.put("a", "1");
        store.flushCache();
        store.put("a", "2");
        store.put("b", "3");

        changelog.open(store);
        store.flushCache();

        assertThat(contents(store)).as("until it is restored").isEmpty();
        assertThat(contents(changelog.restored())).containsExactly(Map.entry("a", "1"));
    }

    /** Rows with names of all kinds, among them such as sort differently as text and as bytes. */
    @Test
    void isAfterEachCommitWhatItsChangelogSaysInTheOrderOfBytes() {
        List<String> names = List.of("a", "b", "é", "z|y", "\uFF5E", "\uD83D\uDE00", "");
        Random random = new Random(11);
        changelog.open(store);
        TreeMap<Bytes, String> expected = new TreeMap<>();
        for (int step = 0; step < 5_000; step++) {
            String name = names.get(random.nextInt(names.size()));
            Bytes key = Bytes.wrap(name.getBytes(UTF_8));
            switch (random.nextInt(4)) {
                case 0 -> assertThat(store.delete(name)).isEqualTo(expected.remove(key));
                case 1 ->
                    assertThat(store.putIfAbsent(name, "s" + step)).isEqualTo(expected.putIfAbsent(key, "s" + step));
                default -> {
                    store.put(name, "s" + step);
                    expected.put(key, "s" + step);
                }
            }
            assertThat(store.get(name)).isEqualTo(expected.get(key));
            if (random.nextInt(20) == 0) {
                store.flushCache();
                assertThat(contents(changelog.restored())).isEqualTo(contents(store));
            }
        }
        List<String> sorted = new ArrayList<>();
        expected.forEach((key, value) -> sorted.add(new String(key.get(), UTF_8)));
        assertThat(contents(store).keySet()).containsExactlyElementsOf(sorted);
    }

    @Test
    void aRangeIncludesBothEnds() {
        changelog.open(store);
        List.of("a", "b", "c", "d").forEach(key -> store.put(key, key));

        List<String> found = new ArrayList<>();
        try (KeyValueIterator<String, String> range = store.range("b", "c")) {
            range.forEachRemaining(row -> found.add(row.key));
        }

        assertThat(found).containsExactly("b", "c");
    }

    private static Map<String, String> contents(KeyValueStore<String, String> from) {
        Map<String, String> contents = new LinkedHashMap<>();
        try (KeyValueIterator<String, String> all = from.all()) {
            while (all.hasNext()) {
                KeyValue<String, String> row = all.next();
                contents.put(row.key, row.value);
            }
        }
        return contents;
    }
}
