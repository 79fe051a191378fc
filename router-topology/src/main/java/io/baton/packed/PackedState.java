// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the customers of one partition, and its changelog. Every change is done here and noted for the changelog at
 * once; the notes leave as packs, see {@link #seal}.
 *
 * <p>Timers have no notes of their own: each image and each journey says when it wants to be looked at.
 */
final class PackedState {

    /** Where packs go: the number is the key; null as value is a tombstone. */
    interface Log {
        void append(long number, byte @Nullable [] pack);
    }

    /**
     * A record of the changelog.
     *
     * @param pack null for a tombstone
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    record Logged(long number, byte @Nullable [] pack) {}

    private final Cleaning cleaning;
    private final boolean viewed;
    private final Holdings holdings;
    private final Rows rows = new Rows();
    private final PackLog packs = new PackLog();
    private final Notes notes;
    private final Restoring restoring;

    /** @param viewed whether other threads may look in */
    PackedState(Codec codec, Log log, StateBudget.Share share, boolean viewed) {
        this(codec, log, new Cleaning(Cleaning.SMALL), share, viewed);
    }

    PackedState(Codec codec, Log log, Cleaning cleaning, StateBudget.Share share) {
        this(codec, log, cleaning, share, false);
    }

    private PackedState(Codec codec, Log log, Cleaning cleaning, StateBudget.Share share, boolean viewed) {
        this.cleaning = cleaning;
        this.viewed = viewed;
        this.holdings = new Holdings(codec, share, viewed);
        this.notes = new Notes(log, holdings.onHeap().index(), packs);
        this.restoring = new Restoring(codec, holdings, rows, packs);
    }

    /** What waits; kept up to date by whoever writes, and anew what images and journeys say once the changelog was read. */
    Collection<Bytes> timers() {
        return holdings.timers().known();
    }

    Holdings holdings() {
        return holdings;
    }

    Rows rows() {
        return rows;
    }

    PackLog packs() {
        return packs;
    }

    /** Bytes of all that is kept, as a pack would hold it. */
    long live() {
        return holdings.live() + rows.bytes();
    }

    /** Bytes of the changelog that count, before they were compressed. */
    long logged() {
        return packs.bytes() + notes.open();
    }

    byte @Nullable [] journey(String customerId) {
        Customer customer = holdings.customer(customerId);
        return customer == null ? null : customer.journey();
    }

    List<Kept> conversations(String customerId) {
        Customer customer = holdings.customer(customerId);
        return customer == null ? List.of() : List.copyOf(customer.conversations);
    }

    void begin(String customerId, String conversationId, byte[] image, byte[] entries) {
        if (holdings.find(customerId, conversationId) != null) {
            throw new IllegalStateException("a conversation that is known cannot begin");
        }
        restoring.interrupted();
        holdings.changes(customerId);
        Kept kept = holdings.add(customerId, conversationId, restoring.freeHandle(), image);
        holdings.append(kept, entries, 0, entries.length);
        notes.whole(kept);
    }

    /** @param delta how the image differs from the one before; null where that is longer than the image */
    void turn(Kept kept, byte[] image, byte @Nullable [] delta, byte[] entries) {
        restoring.interrupted();
        holdings.changes(kept.customer.id);
        holdings.image(kept, image);
        holdings.append(kept, entries, 0, entries.length);
        notes.turn(kept, image, delta, entries);
    }

    void forget(Kept kept) {
        if (kept.isForgotten()) {
            return;
        }
        restoring.interrupted();
        holdings.changes(kept.customer.id);
        holdings.drop(kept);
        notes.forgotten(kept);
    }

    void journey(String customerId, byte[] journey, long timerAt) {
        restoring.interrupted();
        holdings.changes(customerId);
        notes.journey(holdings.journey(holdings.customerOrNew(customerId), journey, timerAt));
    }

    void forgetJourney(String customerId) {
        Customer customer = holdings.customer(customerId);
        if (customer == null || !customer.hasJourney()) {
            return;
        }
        restoring.interrupted();
        holdings.changes(customerId);
        holdings.dropJourney(customer);
        notes.journeyGone(customerId);
    }

    /** @param value null where the row goes */
    void row(String table, Bytes key, byte @Nullable [] value) {
        restoring.interrupted();
        if (value != null) {
            notes.row(rows.put(table, key, value));
        } else if (rows.remove(table, key)) {
            notes.rowGone(table, key);
        }
    }

    /**
     * Sends off what is noted; also moves on what is based on the oldest packs, where they hold little else. What the heap has no
     * room for is put on disk, also where nothing was written: another store may need the room.
     */
    void seal() {
        if (notes.sinceCommit() != 0) {
            cleaning.clean(this, notes.sinceCommit());
            notes.seal();
        }
        holdings.relieve();
        if (viewed) {
            Commits.sealed(this);
        }
    }

    /** What was sealed has been committed: others may see it. */
    void committed() {
        holdings.committed();
    }

    /** Takes in records of the changelog, in order. */
    void restore(List<Logged> records) {
        holdings.timers().forget();
        Unpacked room = new Unpacked();
        for (Logged record : records) {
            byte[] pack = record.pack();
            restoring.read(record.number(), pack == null ? null : room.take(pack));
            holdings.relieve();
        }
    }

    /** Lets go of all, on the heap and on disk. */
    void close() {
        holdings.close();
    }

    /** Notes again what is still based on a pack, and writes its tombstone. */
    void moveOn(PackLog.Listed old) {
        for (Object based : holdings.takeBasedOn(old.number)) {
            if (based instanceof Kept kept) {
                notes.whole(kept);
            } else if (based instanceof Customer customer) {
                notes.journey(customer);
            }
        }
        rows.basedOn(old.number).forEach(notes::row);
        notes.gone(old.number);
    }
}
