// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.packed.PackedStore;
import org.jspecify.annotations.Nullable;

/** Journeys in the packed layout. */
record PackedJourneys(PackedStore store) implements JourneyStore.Bytewise {

    @Override
    public byte @Nullable [] get(String customerId) {
        return store.journey(customerId);
    }

    @Override
    public void put(String customerId, byte[] journey, long timerAt) {
        store.journey(customerId, journey, timerAt);
    }

    @Override
    public void delete(String customerId) {
        store.forgetJourney(customerId);
    }
}
