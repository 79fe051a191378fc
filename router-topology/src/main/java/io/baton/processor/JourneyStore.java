// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.state.CustomerJourney;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What is known of customers. Read and written only when a conversation starts, ends or escalates, or a fact arrives. */
final class JourneyStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Serde<CustomerJourney> serde;

    JourneyStore(KeyValueStore<Bytes, byte[]> store, Serde<CustomerJourney> serde) {
        this.store = store;
        this.serde = serde;
    }

    @Nullable
    CustomerJourney load(String customerId) {
        byte[] value = store.get(key(customerId));
        return value == null ? null : serde.deserializer().deserialize(store.name(), value);
    }

    byte[] encode(CustomerJourney journey) {
        return serde.serializer().serialize(store.name(), journey);
    }

    void save(String customerId, byte[] encoded) {
        store.put(key(customerId), encoded);
    }

    void forget(String customerId) {
        store.delete(key(customerId));
    }

    private static Bytes key(String customerId) {
        return Bytes.wrap(customerId.getBytes(UTF_8));
    }
}
