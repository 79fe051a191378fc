// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves customers between the heap and the {@link Attic}, which is opened only when the budget first asks for it. Apart from
 * {@link Holdings}, so that whoever asks those for a customer need not know where it was.
 *
 * <p>Whoever moves one holds the lock of the holdings meanwhile, one customer at a time: others may look in between two.
 */
final class Overflow implements AutoCloseable {

    private final Object lock;
    private final OnHeap heap;
    private final WaitingTimers timers;
    private final StateBudget.Share share;
    private @Nullable Attic attic;

    /** @param lock of the holdings that all of this belongs to */
    Overflow(Object lock, OnHeap heap, WaitingTimers timers, StateBudget.Share share) {
        this.lock = lock;
        this.heap = heap;
        this.timers = timers;
        this.share = share;
    }

    /** A copy of a customer on disk, who stays there; null where it is not there. Under the lock. */
    @Nullable
    Customer peek(String customerId) {
        return attic == null ? null : attic.peek(customerId);
    }

    /** Brings a customer to the heap; null where it is not on disk. */
    @Nullable
    Customer fetch(String customerId) {
        return attic == null ? null : fetch(customerId, attic);
    }

    /** Brings all customers to the heap of whom something is based on a pack. */
    void fetchBasedOn(long pack) {
        Attic from = attic;
        if (from != null) {
            from.basedOn(pack).forEach(customerId -> fetch(customerId, from));
        }
    }

    private @Nullable Customer fetch(String customerId, Attic from) {
        synchronized (lock) {
            Customer customer = from.take(customerId, heap.blocks());
            if (customer != null) {
                heap.came(customer);
            }
            return customer;
        }
    }

    /** The customer on disk whose conversation has this handle; null where none is there. */
    @Nullable
    String customerOf(long handle) {
        return attic == null ? null : attic.customerOf(handle);
    }

    /** Copies of all customers on disk. */
    void each(Consumer<Customer> look) {
        if (attic != null) {
            attic.each(look);
        }
    }

    /** Bytes on disk. */
    long bytes() {
        return attic == null ? 0 : attic.bytes();
    }

    /**
     * Puts customers on disk until the rest is within the budget: first those that nobody has asked for longest.
     *
     * @throws StateOnDiskException when the disk fails, or has failed since the last time
     */
    void relieve() {
        if (attic != null) {
            attic.check();
        }
        long most = share.most(heap.bytes());
        if (heap.bytes() <= most) {
            return;
        }
        Attic to = attic == null ? open(share.attic()) : attic;
        while (heap.bytes() > most && !heap.customers().isEmpty()) {
            putOneAway(to);
        }
        share.most(heap.bytes());
    }

    private Attic open(Attic opened) {
        synchronized (lock) {
            attic = opened;
            timers.attic(opened);
            return opened;
        }
    }

    private void putOneAway(Attic to) {
        synchronized (lock) {
            Customer customer = heap.oldestUnlessWanted();
            if (customer == null) {
                return;
            }
            to.put(customer);
            heap.left(customer);
            timers.putAway(customer, to);
            customer.forget();
        }
    }

    /** Empties the disk. Under the lock. */
    void clear() {
        if (attic != null) {
            attic.clear();
        }
    }

    /** Takes what was deleted off the disk now, not in about a day. */
    void rewriteDisk() {
        if (attic != null) {
            attic.rewrite();
        }
    }

    /** Gives the part of the budget back, and the disk. Under the lock. */
    @Override
    public void close() {
        share.close();
        if (attic != null) {
            attic.close();
        }
    }
}
