// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What has changed since the last commit, noted in the pack that is open; a pack that is full leaves at once. */
final class Notes {

    /** A pack leaves when it has come to this many bytes; well under the usual limit of a megabyte a record. */
    private static final int PACK_BYTES = 128 << 10;

    /** Longest part of a journal in one piece, bytes: however long a conversation is, its packs stay under that limit. */
    private static final int PIECE_BYTES = 64 << 10;

    private final PackedState.Log log;
    private final Index index;
    private final PackLog packs;
    private final Pack pack = new Pack();
    private final PackCompression compression = new PackCompression();
    private long sent;

    /** @param index where it stands which pack holds what */
    Notes(PackedState.Log log, Index index, PackLog packs) {
        this.log = log;
        this.index = index;
        this.packs = packs;
    }

    /** Bytes in the open pack. */
    int open() {
        return pack.length();
    }

    /** Bytes of all notes since the last commit. */
    long sinceCommit() {
        return pack.isEmpty() ? sent : sent + pack.length();
    }

    /** All of it belongs to the commit that follows. */
    void seal() {
        sendOff();
        sent = 0;
    }

    /** All of a conversation. */
    void whole(Kept kept) {
        pack.operation(Operation.WHOLE);
        pack.number(kept.handle);
        pack.text(kept.customer.id);
        pack.text(kept.id);
        pack.block(kept.image());
        index.base(kept, packs.current());
        byte[] journal = kept.journal();
        entries(kept, journal, journal.length);
    }

    /** @param delta null where the image is noted anew */
    void turn(Kept kept, byte[] image, byte @Nullable [] delta, byte[] entries) {
        pack.operation(delta == null ? Operation.TURN_ANEW : Operation.TURN);
        pack.number(kept.handle);
        pack.block(delta == null ? image : delta);
        entries(kept, entries, entries.length);
    }

    /** Ends an operation with entries; those that do not fit follow in pieces. */
    private void entries(Kept kept, byte[] entries, int end) {
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

    void forgotten(Kept kept) {
        pack.operation(Operation.FORGOTTEN);
        pack.number(kept.handle);
        noted();
    }

    /** The journey of a customer; nothing where there is none. */
    void journey(Customer customer) {
        byte[] journey = customer.journey();
        if (journey != null) {
            pack.operation(Operation.JOURNEY);
            pack.text(customer.id);
            pack.number(customer.journeyTimer);
            pack.block(journey);
            index.base(customer, packs.current());
            noted();
        }
    }

    void journeyGone(String customerId) {
        pack.operation(Operation.JOURNEY_GONE);
        pack.text(customerId);
        noted();
    }

    void row(Rows.Row row) {
        pack.operation(Operation.ROW);
        pack.text(row.table);
        pack.block(row.key.get());
        pack.block(row.value);
        row.base = packs.current();
        noted();
    }

    void rowGone(String table, Bytes key) {
        pack.operation(Operation.ROW_GONE);
        pack.text(table);
        pack.block(key.get());
        noted();
    }

    /** A pack goes: what was moved on must stand in the log before the tombstone that voids it where it stood. */
    void gone(long number) {
        packs.removed(number);
        sendOff();
        log.append(number, null);
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
            sent += pack.length();
            log.append(number, pack.takeLogged(compression));
        }
    }
}
