// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of the customers of one partition, and how much it is. Knows nothing of the changelog. */
final class Holdings {

    private final Map<String, Customer> customers = new HashMap<>();

    private int conversations;
    private long live;

    @Nullable
    Customer customer(String customerId) {
        return customers.get(customerId);
    }

    @Nullable
    Kept find(String customerId, String conversationId) {
        Customer customer = customers.get(customerId);
        return customer == null ? null : customer.find(conversationId);
    }

    Collection<Customer> customers() {
        return customers.values();
    }

    List<Kept> all() {
        List<Kept> all = new ArrayList<>(conversations);
        customers.values().forEach(customer -> all.addAll(customer.conversations));
        return all;
    }

    Map<String, byte[]> journeys() {
        Map<String, byte[]> journeys = new HashMap<>();
        for (Customer customer : customers.values()) {
            byte[] journey = customer.journey;
            if (journey != null) {
                journeys.put(customer.id, journey);
            }
        }
        return journeys;
    }

    /** Bytes of all that is kept, as a pack would hold it. */
    long live() {
        return live;
    }

    boolean isEmpty() {
        return customers.isEmpty();
    }

    Kept add(String customerId, String conversationId, long handle, byte[] image) {
        Customer customer = customers.computeIfAbsent(customerId, Customer::new);
        Kept kept = new Kept(customer, conversationId, handle);
        kept.image(image);
        customer.conversations.add(kept);
        conversations++;
        live += kept.size();
        return kept;
    }

    void image(Kept kept, byte[] image) {
        live += image.length - kept.image().length;
        kept.image(image);
    }

    void append(Kept kept, byte[] entries) {
        kept.append(entries, 0, entries.length);
        live += entries.length;
    }

    void drop(Kept kept) {
        live -= kept.size();
        kept.customer.conversations.remove(kept);
        conversations--;
        kept.forget();
        dropIfEmpty(kept.customer);
    }

    Customer journey(String customerId, byte[] journey, long timerAt) {
        Customer customer = customers.computeIfAbsent(customerId, Customer::new);
        live -= customer.journeySize();
        customer.journey = journey;
        customer.journeyTimer = timerAt;
        live += customer.journeySize();
        return customer;
    }

    void dropJourney(Customer customer) {
        live -= customer.journeySize();
        customer.journey = null;
        customer.journeyTimer = 0;
        dropIfEmpty(customer);
    }

    void clear() {
        customers.clear();
        conversations = 0;
        live = 0;
    }

    private void dropIfEmpty(Customer customer) {
        if (customer.isEmpty()) {
            customers.remove(customer.id);
        }
    }
}
