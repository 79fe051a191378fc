// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the customers of one partition, and how much it is. Knows nothing of the changelog.
 *
 * <p>All of it is on the heap, until that is more than the budget allows: then whole customers are put on disk, and come back when
 * they are asked for, see {@link Overflow}. Nothing but {@link #relieve} puts any away, so that what was found stays valid until then.
 *
 * <p>One thread writes and finds. Others may {@link #view}: for their sake whoever changes what is kept holds the lock of this object while
 * it does, and what a customer was at the last commit is kept until the next.
 */
final class Holdings {

    private final OnHeap heap = new OnHeap();
    private final WaitingTimers timers;
    private final Overflow overflow;
    private final Committed committed;
    private long live;

    /** @param viewed whether other threads may look in */
    Holdings(Codec codec, StateBudget.Share share, boolean viewed) {
        this.timers = new WaitingTimers(codec, this);
        this.overflow = new Overflow(this, heap, timers, share);
        this.committed = new Committed(viewed, heap.blocks(), this::now);
    }

    /** What is committed of a customer; null where this is closed. Any thread; who is on disk stays there. */
    synchronized @Nullable CustomerView view(String customerId) {
        return committed.view(customerId);
    }

    /** A customer is about to change within a transaction. */
    synchronized void changes(String customerId) {
        committed.changes(customerId);
    }

    /** What is kept now is what is committed. */
    synchronized void committed() {
        committed.done();
        heap.tidy();
    }

    private @Nullable Customer now(String customerId) {
        Customer customer = heap.customer(customerId);
        return customer != null ? customer : overflow.peek(customerId);
    }

    @Nullable
    Customer customer(String customerId) {
        Customer customer = heap.customer(customerId);
        if (customer == null) {
            return overflow.fetch(customerId);
        }
        customer.wanted = true;
        return customer;
    }

    @Nullable
    Kept find(String customerId, String conversationId) {
        Customer customer = customer(customerId);
        return customer == null ? null : customer.find(conversationId);
    }

    /** The conversation that a changelog means by a number. */
    @Nullable
    Kept find(long handle) {
        Kept kept = heap.find(handle);
        if (kept != null) {
            kept.customer.wanted = true;
            return kept;
        }
        String customerId = overflow.customerOf(handle);
        return customerId == null || customer(customerId) == null ? null : heap.find(handle);
    }

    /** What waits, as far as it is known. */
    WaitingTimers timers() {
        return timers;
    }

    /** Those on the heap, to look at. */
    OnHeap onHeap() {
        return heap;
    }

    /** All conversations, those on disk as copies. */
    List<Kept> all() {
        List<Kept> all = new ArrayList<>();
        each(customer -> all.addAll(customer.conversations));
        return all;
    }

    Map<String, byte[]> journeys() {
        Map<String, byte[]> journeys = new HashMap<>();
        each(customer -> {
            byte[] journey = customer.journey();
            if (journey != null) {
                journeys.put(customer.id, journey);
            }
        });
        return journeys;
    }

    /** Bytes of all that is kept, as a pack would hold it, wherever it is. */
    long live() {
        return live;
    }

    /** Bytes of heap that it takes, about. */
    long heap() {
        return heap.bytes();
    }

    /** Bytes on disk. */
    long disk() {
        return overflow.bytes();
    }

    synchronized Kept add(String customerId, String conversationId, long handle, byte[] image) {
        Kept kept = heap.add(customerOrNew(customerId), conversationId, handle, image);
        live += kept.size();
        return kept;
    }

    synchronized void image(Kept kept, byte[] image) {
        live += image.length - kept.imageLength();
        heap.image(kept, image);
    }

    synchronized void append(Kept kept, byte[] from, int start, int length) {
        live += length;
        heap.append(kept, from, start, length);
    }

    synchronized void drop(Kept kept) {
        live -= kept.size();
        heap.drop(kept);
    }

    /** @param customer who is here */
    synchronized Customer journey(Customer customer, byte[] journey, long timerAt) {
        live -= customer.journeySize();
        heap.journey(customer, journey, timerAt);
        live += customer.journeySize();
        return customer;
    }

    synchronized void dropJourney(Customer customer) {
        live -= customer.journeySize();
        heap.dropJourney(customer);
    }

    /** Takes out all that is based on a pack: conversations, and customers for their journeys. */
    List<Object> takeBasedOn(long pack) {
        overflow.fetchBasedOn(pack);
        return heap.takeBasedOn(pack);
    }

    synchronized void clear() {
        heap.clear();
        timers.clear();
        overflow.clear();
        live = 0;
    }

    /**
     * Puts customers on disk until the rest is within the budget: first those that nobody has asked for longest.
     *
     * @throws StateOnDiskException when the disk fails, or has failed since the last time
     */
    void relieve() {
        overflow.relieve();
        if (heap.isUntidy()) {
            tidy();
        }
    }

    private synchronized void tidy() {
        heap.tidy();
    }

    /** Takes what was deleted off the disk now, not in about a day. For tests. */
    void rewriteDisk() {
        overflow.rewriteDisk();
    }

    synchronized void close() {
        overflow.close();
        committed.close();
    }

    /** Whoever is new must get something to keep. */
    synchronized Customer customerOrNew(String customerId) {
        Customer customer = customer(customerId);
        return customer == null ? heap.newCustomer(customerId) : customer;
    }

    private void each(Consumer<Customer> look) {
        heap.customers().forEach(look);
        overflow.each(look);
    }
}
