// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What waits, in order of due time: on the heap, and in the attic for customers that have been put away. None is in both.
 *
 * <p>A changelog tells of ten timers for each that is left at its end, and a standby asks for none of them. So while one is
 * read nothing is kept here; who asks first has them collected.
 *
 * <p>A walk over it keeps nothing open and may end early; nothing may be added or removed meanwhile.
 */
final class WaitingTimers extends AbstractCollection<Bytes> {

    private final Codec codec;
    private final Holdings holdings;
    private final Agenda heap = new Agenda();
    private @Nullable Attic attic;
    private boolean known = true;

    WaitingTimers(Codec codec, Holdings holdings) {
        this.codec = codec;
        this.holdings = holdings;
    }

    /** State changes in a way that is not told here. */
    void forget() {
        if (known) {
            clear();
            known = false;
        }
    }

    /** All of them, collected where they are not known. */
    WaitingTimers known() {
        if (!known) {
            known = true;
            holdings.onHeap().customers().forEach(customer -> each(customer, heap::add));
            Attic upstairs = attic;
            if (upstairs != null) {
                upstairs.each(customer -> each(customer, upstairs::addTimer));
            }
        }
        return this;
    }

    /** Takes the timers of a customer who is put away off the heap. */
    void putAway(Customer customer, Attic to) {
        each(customer, timer -> {
            if (heap.remove(timer)) {
                to.addTimer(timer);
            }
        });
    }

    private void each(Customer customer, Consumer<Bytes> what) {
        if (customer.hasJourney() && customer.journeyTimer != 0) {
            what.accept(key(customer.journeyTimer, customer.id, null));
        }
        for (Kept kept : customer.conversations) {
            long due = codec.timerAt(kept.image());
            if (due != 0) {
                what.accept(key(due, customer.id, kept.id));
            }
        }
    }

    static Bytes key(long due, String customerId, @Nullable String conversationId) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] conversation = conversationId == null ? new byte[0] : conversationId.getBytes(UTF_8);
        int separator = conversationId == null ? 0 : 1;
        ByteBuffer key = ByteBuffer.allocate(8 + customer.length + separator + conversation.length);
        key.putLong(due).put(customer).position(8 + customer.length + separator);
        key.put(conversation);
        return Bytes.wrap(key.array());
    }

    /** Where timers of customers are that have been put away. */
    void attic(Attic opened) {
        attic = opened;
    }

    @Override
    public boolean add(Bytes timer) {
        Attic upstairs = attic;
        return (upstairs == null || !upstairs.hasTimer(timer)) && heap.add(timer);
    }

    @Override
    public boolean remove(Object timer) {
        Attic upstairs = attic;
        Bytes key = (Bytes) timer;
        return heap.remove(key) || (upstairs != null && upstairs.removeTimer(key));
    }

    @Override
    public Iterator<Bytes> iterator() {
        Attic upstairs = attic;
        return upstairs == null ? heap.iterator() : new Both(heap.iterator(), upstairs);
    }

    /** Walks over all of it. */
    @Override
    public int size() {
        int size = 0;
        for (Iterator<Bytes> all = iterator(); all.hasNext(); all.next()) {
            size++;
        }
        return size;
    }

    @Override
    public void clear() {
        heap.clear();
        if (attic != null) {
            attic.clearTimers();
        }
    }

    /** The earlier of two, over and over. */
    private static final class Both implements Iterator<Bytes> {

        private final Iterator<Bytes> below;
        private final Attic upstairs;
        private @Nullable Bytes nextBelow;
        private @Nullable Bytes nextUpstairs;

        Both(Iterator<Bytes> below, Attic upstairs) {
            this.below = below;
            this.upstairs = upstairs;
            this.nextBelow = below.hasNext() ? below.next() : null;
            this.nextUpstairs = upstairs.firstTimer();
        }

        @Override
        public boolean hasNext() {
            return nextBelow != null || nextUpstairs != null;
        }

        @Override
        public Bytes next() {
            Bytes one = nextBelow;
            Bytes other = nextUpstairs;
            if (other != null && (one == null || other.compareTo(one) < 0)) {
                nextUpstairs = upstairs.timerAfter(other);
                return other;
            } else if (one == null) {
                throw new NoSuchElementException();
            }
            nextBelow = below.hasNext() ? below.next() : null;
            return one;
        }
    }
}
