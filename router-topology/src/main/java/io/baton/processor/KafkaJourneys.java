// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Journeys in a key-value store of Kafka Streams. */
record KafkaJourneys(KeyValueStore<Bytes, byte[]> store) implements JourneyStore.Bytewise {

    @Override
    public byte @Nullable [] get(String customerId) {
        return store.get(Keys.customer(customerId));
    }

    @Override
    public void put(String customerId, byte[] journey, long timerAt) {
        store.put(Keys.customer(customerId), journey);
    }

    @Override
    public void delete(String customerId) {
        store.delete(Keys.customer(customerId));
    }
}
