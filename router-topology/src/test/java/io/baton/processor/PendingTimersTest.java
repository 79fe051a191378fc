// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What a look at the clock costs while a million wait, counted in timers that are looked at. */
class PendingTimersTest {

    private static final int MILLION = 1_000_000;
    private static final long T0 = 1_772_355_600_000L;

    @Test
    void packedTimersThatAreNotDueAreNotLookedAt() {
        List<Bytes> timers = new ArrayList<>(MILLION);
        for (int i = 0; i < MILLION; i++) {
            timers.add(Keys.timer(T0 + i, Keys.conversation("cust", "c")));
        }
        AtomicInteger looked = new AtomicInteger();
        Iterable<Bytes> counted = () -> counting(timers.iterator(), looked);

        assertThat(PackedPendingTimers.due(counted, T0 - 1, 1_000)).isEmpty();
        assertThat(looked).hasValue(1);
        looked.set(0);
        assertThat(PackedPendingTimers.due(counted, T0 + 2, 1_000)).hasSize(3);
        assertThat(looked).hasValue(4);
    }

    @Test
    void timersInAStoreAreNotLookedForBeforeOneIsDue() {
        AtomicInteger ranges = new AtomicInteger();
        KafkaPendingTimers timers = new KafkaPendingTimers(
                counting(Stores.inMemoryKeyValueStore("pending-timers").get(), ranges));
        for (int i = 0; i < MILLION; i++) {
            timers.set(T0 + i, Keys.conversation("cust", "c"));
        }
        assertThat(timers.due(T0 - 2, 1_000)).isEmpty();
        ranges.set(0);

        for (int second = 0; second < 1_000; second++) {
            assertThat(timers.due(T0 - 2, 1_000)).isEmpty();
        }
        assertThat(ranges).hasValue(0);

        assertThat(timers.due(T0 + 2, 1_000)).hasSize(3);
        assertThat(ranges).hasValue(1);
    }

    private static Iterator<Bytes> counting(Iterator<Bytes> timers, AtomicInteger looked) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return timers.hasNext();
            }

            @Override
            public Bytes next() {
                looked.incrementAndGet();
                return timers.next();
            }
        };
    }

    /** The store itself, with its range reads counted. */
    @SuppressWarnings("unchecked")
    private static KeyValueStore<Bytes, byte[]> counting(KeyValueStore<Bytes, byte[]> store, AtomicInteger ranges) {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                PendingTimersTest.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (self, method, args) -> {
                    if (method.getName().equals("range")) {
                        ranges.incrementAndGet();
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
