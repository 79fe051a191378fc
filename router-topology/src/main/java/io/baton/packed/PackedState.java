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

    /** A pack leaves when it has come to this many bytes; well under the usual limit of a megabyte a record. */
    static final int PACK_BYTES = 128 << 10;

    /** Longest part of a journal in one piece, bytes: however long a conversation is, its packs stay under that limit. */
    static final int PIECE_BYTES = 64 << 10;

    private final Log log;
    private final Cleaning cleaning;
    private final boolean viewed;
    private final Holdings holdings;
    private final Rows rows = new Rows();
    private final PackLog packs = new PackLog();
    private final Pack pack = new Pack();
    private final PackCompression compression = new PackCompression();
    private final Restoring restoring;

    private long written;

    /** @param viewed whether other threads may look in */
    PackedState(Codec codec, Log log, StateBudget.Share share, boolean viewed) {
        this(codec, log, new Cleaning(Cleaning.SMALL), share, viewed);
    }

    PackedState(Codec codec, Log log, Cleaning cleaning, StateBudget.Share share) {
        this(codec, log, cleaning, share, false);
    }

    private PackedState(Codec codec, Log log, Cleaning cleaning, StateBudget.Share share, boolean viewed) {
        this.log = log;
        this.cleaning = cleaning;
        this.viewed = viewed;
        this.holdings = new Holdings(codec, share, viewed);
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
        return packs.bytes() + pack.length();
    }

    byte @Nullable [] journey(String customerId) {
        Customer customer = holdings.customer(customerId);
        return customer == null ? null : customer.journey;
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
        holdings.append(kept, entries);
        noteWhole(kept);
    }

    /** @param delta how the image differs from the one before; null where that is longer than the image */
    void turn(Kept kept, byte[] image, byte @Nullable [] delta, byte[] entries) {
        restoring.interrupted();
        holdings.changes(kept.customer.id);
        holdings.image(kept, image);
        holdings.append(kept, entries);
        pack.operation(delta == null ? Operation.TURN_ANEW : Operation.TURN);
        pack.number(kept.handle);
        pack.block(delta == null ? image : delta);
        noteEntries(kept, entries, entries.length);
    }

    void forget(Kept kept) {
        if (kept.isForgotten()) {
            return;
        }
        restoring.interrupted();
        holdings.changes(kept.customer.id);
        holdings.drop(kept);
        pack.operation(Operation.FORGOTTEN);
        pack.number(kept.handle);
        noted();
    }

    void journey(String customerId, byte[] journey, long timerAt) {
        restoring.interrupted();
        holdings.changes(customerId);
        noteJourney(holdings.journey(customerId, journey, timerAt));
    }

    void forgetJourney(String customerId) {
        Customer customer = holdings.customer(customerId);
        if (customer == null || customer.journey == null) {
            return;
        }
        restoring.interrupted();
        holdings.changes(customerId);
        holdings.dropJourney(customer);
        pack.operation(Operation.JOURNEY_GONE);
        pack.text(customerId);
        noted();
    }

    /** @param value null where the row goes */
    void row(String table, Bytes key, byte @Nullable [] value) {
        restoring.interrupted();
        if (value != null) {
            noteRow(rows.put(table, key, value));
        } else if (rows.remove(table, key)) {
            pack.operation(Operation.ROW_GONE);
            pack.text(table);
            pack.block(key.get());
            noted();
        }
    }

    /**
     * Sends off what is noted; also moves on what is based on the oldest packs, where they hold little else. What the heap has no
     * room for is put on disk, also where nothing was written: another store may need the room.
     */
    void seal() {
        if (written != 0 || !pack.isEmpty()) {
            cleaning.clean(this, written + pack.length());
            sendOff();
            written = 0;
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

    /** Takes in a record of the changelog. */
    void restore(long number, byte @Nullable [] bytes) {
        holdings.timers().forget();
        restoring.read(number, bytes);
        holdings.relieve();
    }

    /** Lets go of all, on the heap and on disk. */
    void close() {
        holdings.close();
    }

    /** Notes again what is still based on a pack, and writes its tombstone. */
    void moveOn(PackLog.Listed old) {
        for (Object based : holdings.takeBasedOn(old.number)) {
            if (based instanceof Kept kept) {
                noteWhole(kept);
            } else if (based instanceof Customer customer) {
                noteJourney(customer);
            }
        }
        rows.basedOn(old.number).forEach(this::noteRow);
        packs.removed(old.number);
        // What was moved on must stand in the log before the tombstone that voids it where it stood.
        sendOff();
        log.append(old.number, null);
    }

    private void noteWhole(Kept kept) {
        pack.operation(Operation.WHOLE);
        pack.number(kept.handle);
        pack.text(kept.customer.id);
        pack.text(kept.id);
        pack.block(kept.image());
        holdings.onHeap().index().base(kept, packs.current());
        noteEntries(kept, kept.journal(), kept.journalEnd());
    }

    /** Ends an operation with entries; those that do not fit follow in pieces. */
    private void noteEntries(Kept kept, byte[] entries, int end) {
        int at = Math.min(end, PIECE_BYTES);
        pack.block(entries, 0, at);
        noted();
        while (at < end) {
            int count = Math.min(end - at, PIECE_BYTES);
            pack.operation(Operation.MORE);
            pack.number(kept.handle);
            pack.block(entries, at, count);
            noted();
            at += count;
        }
    }

    private void noteJourney(Customer customer) {
        byte[] journey = customer.journey;
        if (journey != null) {
            pack.operation(Operation.JOURNEY);
            pack.text(customer.id);
            pack.number(customer.journeyTimer);
            pack.block(journey);
            holdings.onHeap().index().base(customer, packs.current());
            noted();
        }
    }

    private void noteRow(Rows.Row row) {
        pack.operation(Operation.ROW);
        pack.text(row.table);
        pack.block(row.key.get());
        pack.block(row.value);
        row.base = packs.current();
        noted();
    }

    private void noted() {
        if (pack.length() >= PACK_BYTES) {
            sendOff();
        }
    }

    private void sendOff() {
        if (!pack.isEmpty()) {
            long number = packs.current();
            packs.sealed(pack.length());
            written += pack.length();
            log.append(number, pack.takeLogged(compression));
        }
    }
}
