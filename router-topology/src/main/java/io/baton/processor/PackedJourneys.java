// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.packed.PackedStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Journeys in the packed layout. */
record PackedJourneys(PackedStore store) implements JourneyStore.Bytewise {

    @Override
    public byte @Nullable [] get(Bytes customer) {
        return store.journey(id(customer));
    }

    @Override
    public void put(Bytes customer, byte[] journey, long timerAt) {
        store.journey(id(customer), journey, timerAt);
    }

    @Override
    public void delete(Bytes customer) {
        store.forgetJourney(id(customer));
    }

    private static String id(Bytes customer) {
        return new String(customer.get(), UTF_8);
    }
}
