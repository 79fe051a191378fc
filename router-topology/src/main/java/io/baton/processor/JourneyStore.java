// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.names.Stores;
import io.baton.state.CustomerJourney;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What is known of customers. Read and written only when a conversation starts, ends or escalates, a fact arrives or
 * retention ends.
 *
 * <p>Each journey of which something will have to go has one entry in pending-timers, a lazy one like that of a
 * conversation: moved only when something has to go earlier, set again when it fires.
 */
final class JourneyStore {

    /** The bytes of journeys by customer. */
    interface Bytewise {

        byte @Nullable [] get(String customerId);

        /** @param timerAt due time of the journey's timer, epoch milliseconds; 0 = none */
        void put(String customerId, byte[] journey, long timerAt);

        void delete(String customerId);
    }

    private final Bytewise store;
    private final Serde<CustomerJourney> serde;
    private final PendingTimers timers;

    JourneyStore(Bytewise store, Serde<CustomerJourney> serde, PendingTimers timers) {
        this.store = store;
        this.serde = serde;
        this.timers = timers;
    }

    /**
     * A journey, ready to be written.
     *
     * @param value null where nothing is left of it
     * @param timerBefore due time of the entry to remove from pending-timers; 0 = none
     * @param timerAfter due time of the entry to set; 0 = none
     * @param timerAt due time of the entry that there is then; 0 = none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    record Encoded(String customerId, byte @Nullable [] value, long timerBefore, long timerAfter, long timerAt) {}

    @Nullable
    CustomerJourney load(String customerId) {
        byte[] value = store.get(customerId);
        return value == null ? null : serde.deserializer().deserialize(Stores.CUSTOMER_JOURNEY, value);
    }

    /**
     * Encodes a journey; writes nothing.
     *
     * @param nextDue when something of it will have to go; {@code Long.MAX_VALUE} = never
     */
    Encoded encode(String customerId, CustomerJourney journey, long nextDue) {
        long before = journey.getTimerAt();
        boolean sooner = nextDue != Long.MAX_VALUE && (before == 0 || nextDue < before);
        journey.setTimerAt(sooner ? nextDue : before);
        return new Encoded(
                customerId,
                serde.serializer().serialize(Stores.CUSTOMER_JOURNEY, journey),
                sooner ? before : 0,
                sooner ? nextDue : 0,
                journey.getTimerAt());
    }

    /**
     * Encodes what is left of a journey after a timer of it has fired; writes nothing.
     *
     * @param pending due time of another entry that waits for it; 0 = none
     * @param left null = nothing
     * @param nextDue as above, later than now
     */
    Encoded encodeFired(String customerId, long pending, @Nullable CustomerJourney left, long nextDue) {
        if (left == null) {
            return new Encoded(customerId, null, pending, 0, 0);
        }
        long due = nextDue == Long.MAX_VALUE ? 0 : nextDue;
        left.setTimerAt(due);
        return new Encoded(customerId, serde.serializer().serialize(Stores.CUSTOMER_JOURNEY, left), pending, due, due);
    }

    /** Writes what was encoded. */
    void save(Encoded encoded) {
        if (encoded.value() == null) {
            store.delete(encoded.customerId());
        } else {
            store.put(encoded.customerId(), encoded.value(), encoded.timerAt());
        }
        if (encoded.timerBefore() != 0) {
            timers.clear(encoded.timerBefore(), Keys.customer(encoded.customerId()));
        }
        if (encoded.timerAfter() != 0) {
            timers.set(encoded.timerAfter(), Keys.customer(encoded.customerId()));
        }
    }

    /** Deletes the journey of a customer and its timer. */
    void forget(String customerId) {
        CustomerJourney journey = load(customerId);
        if (journey != null) {
            store.delete(customerId);
            timers.clear(journey.getTimerAt(), Keys.customer(customerId));
        }
    }
}
