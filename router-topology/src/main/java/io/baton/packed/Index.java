// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what conversations and journeys on the heap are found otherwise than by customer: their handles and the packs they are based on. */
final class Index {

    private final Bases bases = new Bases();
    /** Only while a log is read; built anew where one goes on that was written to meanwhile. */
    private @Nullable Handles handles;

    void add(Kept kept) {
        if (handles != null) {
            handles.put(kept);
        }
    }

    void remove(Kept kept) {
        bases.remove(kept.base(), kept);
        if (handles != null) {
            handles.remove(kept.handle);
        }
    }

    void removeJourney(Customer customer) {
        bases.remove(customer.journeyBase, customer);
        customer.journeyBase = Kept.NO_PACK;
    }

    /** A customer with all there is comes to the heap. */
    void add(Customer customer) {
        if (customer.hasJourney()) {
            bases.add(customer.journeyBase, customer);
        }
        for (Kept kept : customer.conversations) {
            bases.add(kept.base(), kept);
            add(kept);
        }
    }

    /** A customer with all there is leaves the heap. */
    void remove(Customer customer) {
        if (customer.hasJourney()) {
            removeJourney(customer);
        }
        customer.conversations.forEach(this::remove);
    }

    /** All of a conversation is in this pack from now on. */
    void base(Kept kept, long pack) {
        bases.remove(kept.base(), kept);
        kept.base(pack);
        bases.add(pack, kept);
    }

    /** A journey is in this pack from now on. */
    void base(Customer customer, long pack) {
        bases.remove(customer.journeyBase, customer);
        customer.journeyBase = pack;
        bases.add(pack, customer);
    }

    List<Object> takeBasedOn(long pack) {
        return bases.take(pack);
    }

    /** @param customers all that are on the heap */
    @Nullable
    Kept find(long handle, Collection<Customer> customers) {
        Handles known = handles;
        if (known == null) {
            known = new Handles();
            handles = known;
            customers.forEach(customer -> customer.conversations.forEach(this::add));
        }
        return known.get(handle);
    }

    void forgetHandles() {
        handles = null;
    }

    void clear() {
        bases.clear();
        handles = null;
    }
}
