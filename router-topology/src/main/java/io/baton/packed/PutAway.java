// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All of a customer as bytes, for the attic alone: nothing reads them after a restart, so that they may change with a release. */
final class PutAway {

    private final Pack pack = new Pack();

    byte[] write(Customer customer) {
        byte @Nullable [] journey = customer.journey();
        pack.number(journey == null ? 0 : 1);
        if (journey != null) {
            pack.block(journey);
            pack.number(customer.journeyTimer);
            pack.number(customer.journeyBase);
        }
        List<Kept> conversations = customer.conversations;
        pack.number(conversations.size());
        for (Kept kept : conversations) {
            pack.number(kept.handle);
            pack.number(kept.base());
            pack.text(kept.id);
            pack.block(kept.image());
            pack.block(kept.journal());
        }
        return pack.take();
    }

    /** @param blocks where its bytes are kept */
    static Customer read(String customerId, byte[] bytes, Blocks blocks) {
        PackScan scan = new PackScan(bytes);
        Customer customer = new Customer(customerId, blocks);
        if (scan.number() == 1) {
            customer.journey(scan.block());
            customer.journeyTimer = scan.number();
            customer.journeyBase = scan.number();
        }
        for (long left = scan.number(); left > 0; left--) {
            long handle = scan.number();
            long base = scan.number();
            Kept kept = new Kept(customer, scan.text(), handle);
            kept.base(base);
            kept.image(scan.block());
            byte[] journal = scan.block();
            kept.append(journal, 0, journal.length);
            customer.conversations.add(kept);
        }
        return customer;
    }
}
