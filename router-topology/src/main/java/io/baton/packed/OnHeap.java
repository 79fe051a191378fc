// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Customers on the heap, what they take of it, and what they are found by. Knows nothing of a disk.
 *
 * <p>Whatever changes it is called under the lock of the {@link Holdings} that it belongs to.
 */
final class OnHeap {

    /** The first is the one that was put in or asked to stay longest ago. */
    private final Map<String, Customer> customers = new LinkedHashMap<>();

    private final Index index = new Index();
    private final Blocks blocks = new Blocks();
    private long bytes;

    /** Bytes of heap that all of them take, about. */
    long bytes() {
        return bytes;
    }

    Index index() {
        return index;
    }

    /** Where the bytes of all that is on the heap are. */
    Blocks blocks() {
        return blocks;
    }

    Collection<Customer> customers() {
        return customers.values();
    }

    @Nullable
    Customer customer(String customerId) {
        return customers.get(customerId);
    }

    @Nullable
    Kept find(long handle) {
        return index.find(handle, customers.values());
    }

    /** A customer of whom nothing was known. */
    Customer newCustomer(String customerId) {
        Customer customer = new Customer(customerId, blocks);
        customers.put(customerId, customer);
        bytes += HeapSize.of(customer);
        return customer;
    }

    Kept add(Customer customer, String conversationId, long handle, byte[] image) {
        Kept kept = new Kept(customer, conversationId, handle);
        kept.image(image);
        customer.conversations.add(kept);
        bytes += HeapSize.of(kept);
        index.add(kept);
        return kept;
    }

    void image(Kept kept, byte[] image) {
        bytes += Blocks.bytes(image.length) - Blocks.bytes(kept.imageLength());
        kept.image(image);
    }

    void append(Kept kept, byte[] from, int start, int length) {
        long before = Blocks.bytes(kept.journalLength());
        kept.append(from, start, length);
        bytes += Blocks.bytes(kept.journalLength()) - before;
    }

    void drop(Kept kept) {
        bytes -= HeapSize.of(kept);
        kept.customer.conversations.remove(kept);
        index.remove(kept);
        kept.forget();
        dropIfEmpty(kept.customer);
    }

    void journey(Customer customer, byte[] journey, long timerAt) {
        bytes -= HeapSize.journey(customer);
        customer.journey(journey);
        customer.journeyTimer = timerAt;
        bytes += HeapSize.journey(customer);
    }

    void dropJourney(Customer customer) {
        bytes -= HeapSize.journey(customer);
        index.removeJourney(customer);
        customer.forgetJourney();
        customer.journeyTimer = 0;
        dropIfEmpty(customer);
    }

    List<Object> takeBasedOn(long pack) {
        return index.takeBasedOn(pack);
    }

    /** The customer who was put in or asked to stay longest ago, taken off its place; whoever is still wanted stays. */
    @Nullable
    Customer oldestUnlessWanted() {
        Customer customer = customers.values().iterator().next();
        customers.remove(customer.id);
        if (customer.wanted) {
            customer.wanted = false;
            customers.put(customer.id, customer);
            return null;
        }
        return customer;
    }

    /** A customer who has been taken off its place and is kept elsewhere now. */
    void left(Customer customer) {
        bytes -= HeapSize.all(customer);
        index.remove(customer);
    }

    /** A customer with all there is comes in. */
    void came(Customer customer) {
        customers.put(customer.id, customer);
        bytes += HeapSize.all(customer);
        index.add(customer);
    }

    /** Whether pages of blocks could be given to the collector. */
    boolean isUntidy() {
        return blocks.isSparse();
    }

    /** Moves blocks together where much is free between them, so that what is taken of the heap is about what is counted. */
    void tidy() {
        if (blocks.isSparse()) {
            int limit = blocks.move();
            customers.values().forEach(customer -> customer.move(limit));
            blocks.moved(limit);
        }
    }

    void clear() {
        customers.clear();
        index.clear();
        blocks.clear();
        bytes = 0;
    }

    private void dropIfEmpty(Customer customer) {
        if (customer.isEmpty() && customers.remove(customer.id) != null) {
            bytes -= HeapSize.of(customer);
        }
    }
}
