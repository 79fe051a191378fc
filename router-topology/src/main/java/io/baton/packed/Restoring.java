// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a changelog back, in order. The log may have been compacted, whole or in part, before or while it is read: packs whose
 * tombstone is written may be missing.
 */
final class Restoring {

    private final Codec codec;
    private final Holdings holdings;
    private final Rows rows;
    private final PackLog packs;
    private long nextHandle;
    /** Whom the latest note of a conversation was about: that of a journey mostly follows one of the same customer. */
    private @Nullable Customer latest;

    Restoring(Codec codec, Holdings holdings, Rows rows, PackLog packs) {
        this.codec = codec;
        this.holdings = holdings;
        this.rows = rows;
        this.packs = packs;
    }

    /** A number above all that the log speaks of: no entry that is still in it can mean what gets it. */
    long freeHandle() {
        return nextHandle++;
    }

    /** What was read is changed from now on otherwise than by reading. */
    void interrupted() {
        holdings.onHeap().index().forgetHandles();
    }

    /** @param pack null for a tombstone */
    void read(long number, @Nullable Unpacked pack) {
        if (number > packs.current() || (pack == null && number == packs.current())) {
            // Packs are numbered without a gap and leave the oldest first. Where one is missing, all before it have
            // left, and what was still based on them comes again.
            holdings.clear();
            latest = null;
            rows.clear();
            packs.clear();
        }
        if (pack == null) {
            removed(number);
            return;
        }
        packs.reading(number);
        PackScan scan = pack.scan();
        // Taken once here and not five times with each turn.
        synchronized (holdings) {
            while (scan.hasNext()) {
                read(scan);
            }
        }
        packs.sealed(pack.length());
    }

    private void removed(long number) {
        if (packs.removed(number) != null) {
            holdings.takeBasedOn(number).forEach(this::dropBased);
            rows.dropBasedOn(number);
        }
        if (number >= packs.current()) {
            packs.reading(number + 1);
        }
    }

    private void read(PackScan scan) {
        switch (scan.operation()) {
            case WHOLE -> whole(scan);
            case TURN -> turn(scan, true);
            case TURN_ANEW -> turn(scan, false);
            case MORE -> entries(holdings.find(handle(scan)), scan);
            case FORGOTTEN -> {
                long handle = handle(scan);
                drop(holdings.find(handle));
            }
            case JOURNEY -> journey(scan);
            case ROW -> {
                Rows.Row row = rows.put(scan.text(), Bytes.wrap(scan.block()), scan.block());
                row.base = packs.current();
            }
            case ROW_GONE -> rows.remove(scan.text(), Bytes.wrap(scan.block()));
            case JOURNEY_GONE -> {
                Customer customer = holdings.customer(scan.text());
                if (customer != null && customer.hasJourney()) {
                    holdings.dropJourney(customer);
                }
            }
        }
    }

    private long handle(PackScan scan) {
        long handle = scan.number();
        nextHandle = Math.max(nextHandle, handle + 1);
        return handle;
    }

    private void whole(PackScan scan) {
        long handle = handle(scan);
        String customerId = scan.text();
        String conversation = scan.text();
        drop(holdings.find(handle));
        drop(holdings.find(customerId, conversation));
        Kept kept = holdings.add(customerId, conversation, handle, scan.block());
        entries(kept, scan);
        latest = kept.customer;
        holdings.onHeap().index().base(kept, packs.current());
    }

    /** A turn of a conversation that is not known was written before the conversation moved on to a later pack. */
    private void turn(PackScan scan, boolean isDelta) {
        Kept kept = holdings.find(handle(scan));
        scan.pass();
        if (kept != null) {
            latest = kept.customer;
            holdings.image(
                    kept,
                    isDelta
                            ? codec.apply(kept.image(), scan.bytes(), scan.from(), scan.at())
                            : Arrays.copyOfRange(scan.bytes(), scan.from(), scan.at()));
        }
        entries(kept, scan);
    }

    private void entries(@Nullable Kept kept, PackScan scan) {
        scan.pass();
        if (kept != null) {
            holdings.append(kept, scan.bytes(), scan.from(), scan.at() - scan.from());
        }
    }

    private void journey(PackScan scan) {
        String customerId = scan.text();
        long timerAt = scan.number();
        Customer customer = holdings.journey(customer(customerId), scan.block(), timerAt);
        holdings.onHeap().index().base(customer, packs.current());
    }

    /** Somebody of whom there is nothing has been dropped or put on disk. */
    private Customer customer(String customerId) {
        Customer known = latest;
        return known == null || known.isEmpty() || !known.id.equals(customerId)
                ? holdings.customerOrNew(customerId)
                : known;
    }

    private void dropBased(Object based) {
        if (based instanceof Kept kept) {
            drop(kept);
        } else if (based instanceof Customer customer) {
            holdings.dropJourney(customer);
        }
    }

    private void drop(@Nullable Kept kept) {
        if (kept != null) {
            holdings.drop(kept);
        }
    }
}
