// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Journeys in a key-value store of Kafka Streams. */
record KafkaJourneys(KeyValueStore<Bytes, byte[]> store) implements JourneyStore.Bytewise {

    @Override
    public byte @Nullable [] get(Bytes customer) {
        return store.get(customer);
    }

    @Override
    public void put(Bytes customer, byte[] journey, long timerAt) {
        store.put(customer, journey);
    }

    @Override
    public void delete(Bytes customer) {
        store.delete(customer);
    }
}
