// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the customers of one partition, and how much it is. Knows nothing of the changelog.
 *
 * <p>All of it is on the heap, until that is more than the budget allows: then whole customers are put on disk, and come back when
 * they are asked for. Nothing but {@link #relieve} puts any away, so that what was found stays valid until then.
 *
 * <p>One thread writes and finds. Others may {@link #view}: for their sake whoever changes what is kept holds the lock of this object while
 * it does, and what a customer was at the last commit is kept until the next.
 */
final class Holdings {

    /** Those on the heap; the first is the one that was put in or asked to stay longest ago. */
    private final Map<String, Customer> customers = new LinkedHashMap<>();

    private final StateBudget.Share share;
    private final WaitingTimers timers;
    private final Index index = new Index();
    private final Committed committed;
    private @Nullable Attic attic;
    private boolean closed;
    private long live;
    private long heap;

    /** @param viewed whether other threads may look in */
    Holdings(Codec codec, StateBudget.Share share, boolean viewed) {
        this.share = share;
        this.timers = new WaitingTimers(codec, this);
        this.committed = new Committed(viewed);
    }

    /** What is committed of a customer; null where this is closed. Any thread; who is on disk stays there. */
    synchronized @Nullable CustomerView view(String customerId) {
        return closed ? null : committed.view(customerId, this::now);
    }

    /** A customer is about to change within a transaction. */
    synchronized void changes(String customerId) {
        committed.changes(customerId, this::now);
    }

    /** What is kept now is what is committed. */
    synchronized void committed() {
        committed.done();
    }

    private CustomerView now(String customerId) {
        Customer customer = customers.get(customerId);
        return CustomerView.of(customer != null || attic == null ? customer : attic.peek(customerId));
    }

    @Nullable
    Customer customer(String customerId) {
        Customer customer = customers.get(customerId);
        if (customer == null) {
            return attic == null ? null : fetch(customerId, attic);
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
        Kept kept = index.find(handle, customers.values());
        if (kept != null) {
            kept.customer.wanted = true;
            return kept;
        }
        String customerId = attic == null ? null : attic.customerOf(handle);
        return customerId == null || customer(customerId) == null ? null : index.find(handle, customers.values());
    }

    /** No log is read any more: handles need not be known. */
    void forgetHandles() {
        index.forgetHandles();
    }

    /** What waits, as far as it is known. */
    WaitingTimers timers() {
        return timers;
    }

    void onHeap(Consumer<Customer> look) {
        customers.values().forEach(look);
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
            byte[] journey = customer.journey;
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
        return heap;
    }

    /** Bytes on disk. */
    long disk() {
        return attic == null ? 0 : attic.bytes();
    }

    synchronized Kept add(String customerId, String conversationId, long handle, byte[] image) {
        Customer customer = customerOrNew(customerId);
        Kept kept = new Kept(customer, conversationId, handle);
        kept.image(image);
        customer.conversations.add(kept);
        live += kept.size();
        heap += HeapSize.of(kept);
        index.add(kept);
        return kept;
    }

    synchronized void image(Kept kept, byte[] image) {
        live += image.length - kept.image().length;
        heap += HeapSize.array(image.length) - HeapSize.array(kept.image().length);
        kept.image(image);
    }

    synchronized void append(Kept kept, byte[] entries) {
        long before = HeapSize.array(kept.journal().length);
        kept.append(entries, 0, entries.length);
        live += entries.length;
        heap += HeapSize.array(kept.journal().length) - before;
    }

    synchronized void drop(Kept kept) {
        live -= kept.size();
        heap -= HeapSize.of(kept);
        kept.customer.conversations.remove(kept);
        index.remove(kept);
        kept.forget();
        dropIfEmpty(kept.customer);
    }

    synchronized Customer journey(String customerId, byte[] journey, long timerAt) {
        Customer customer = customerOrNew(customerId);
        count(customer, -1);
        customer.journey = journey;
        customer.journeyTimer = timerAt;
        count(customer, 1);
        return customer;
    }

    synchronized void dropJourney(Customer customer) {
        count(customer, -1);
        index.removeJourney(customer);
        customer.journey = null;
        customer.journeyTimer = 0;
        dropIfEmpty(customer);
    }

    Index index() {
        return index;
    }

    /** Takes out all that is based on a pack: conversations, and customers for their journeys. */
    List<Object> takeBasedOn(long pack) {
        Attic from = attic;
        if (from != null) {
            from.basedOn(pack).forEach(customerId -> fetch(customerId, from));
        }
        return index.takeBasedOn(pack);
    }

    synchronized void clear() {
        customers.clear();
        timers.clear();
        index.clear();
        if (attic != null) {
            attic.clear();
        }
        live = 0;
        heap = 0;
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
        long most = share.most(heap);
        if (heap <= most) {
            return;
        }
        Attic to = attic;
        if (to == null) {
            to = open(share.attic());
        }
        while (heap > most && !customers.isEmpty()) {
            putAwayUnlessWanted(customers.values().iterator().next(), to);
        }
        share.most(heap);
    }

    private synchronized Attic open(Attic opened) {
        attic = opened;
        timers.attic(opened);
        return opened;
    }

    /** Takes what was deleted off the disk now, not in about a day. For tests. */
    void rewriteDisk() {
        if (attic != null) {
            attic.rewrite();
        }
    }

    synchronized void close() {
        share.close();
        if (attic != null) {
            attic.close();
        }
        closed = true;
    }

    private synchronized void putAwayUnlessWanted(Customer customer, Attic to) {
        customers.remove(customer.id);
        if (customer.wanted) {
            customer.wanted = false;
            customers.put(customer.id, customer);
            return;
        }
        to.put(customer);
        heap -= HeapSize.all(customer);
        index.remove(customer);
        timers.putAway(customer, to);
        customer.forget();
    }

    private synchronized @Nullable Customer fetch(String customerId, Attic from) {
        Customer customer = from.take(customerId);
        if (customer != null) {
            customers.put(customerId, customer);
            heap += HeapSize.all(customer);
            index.add(customer);
        }
        return customer;
    }

    private Customer customerOrNew(String customerId) {
        Customer customer = customer(customerId);
        if (customer == null) {
            customer = new Customer(customerId);
            customers.put(customerId, customer);
            heap += HeapSize.of(customer);
        }
        return customer;
    }

    private void count(Customer customer, int sign) {
        live += sign * customer.journeySize();
        heap += sign * HeapSize.journey(customer);
    }

    private void dropIfEmpty(Customer customer) {
        if (customer.isEmpty() && customers.remove(customer.id) != null) {
            heap -= HeapSize.of(customer);
        }
    }

    private void each(Consumer<Customer> look) {
        customers.values().forEach(look);
        if (attic != null) {
            attic.each(look);
        }
    }
}
