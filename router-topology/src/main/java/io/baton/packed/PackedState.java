// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the customers of one partition. Every change is done here and noted for the changelog at once; the notes
 * leave as packs, see {@link #seal}.
 *
 * <p>Timers have no notes of their own: each image and each journey says when it wants to be looked at.
 */
final class PackedState {

    /** Where packs go: the number is the key; null as value is a tombstone. */
    interface Log {
        void append(long number, byte @Nullable [] pack);
    }

    /** A pack leaves when it has come to this many bytes; well under the usual limit of a megabyte a record. */
    private static final int PACK_BYTES = 128 << 10;

    private final Codec codec;
    private final Log log;
    private final Map<String, Customer> customers = new HashMap<>();
    private final NavigableSet<Bytes> timers = new TreeSet<>();
    private final PackLog packs = new PackLog();
    private final Pack pack = new Pack();
    private final Cleaning cleaning = new Cleaning();
    /** Conversations by handle, while a changelog is read. */
    private @Nullable Map<Integer, Kept> reading;

    private int nextHandle;
    private long live;
    private long written;

    PackedState(Codec codec, Log log) {
        this.codec = codec;
        this.log = log;
    }

    @Nullable
    Kept find(String customerId, String conversationId) {
        Customer customer = customers.get(customerId);
        return customer == null ? null : customer.find(conversationId);
    }

    NavigableSet<Bytes> timers() {
        return timers;
    }

    byte @Nullable [] journey(String customerId) {
        Customer customer = customers.get(customerId);
        return customer == null ? null : customer.journey;
    }

    List<Kept> conversations(String customerId) {
        Customer customer = customers.get(customerId);
        return customer == null ? List.of() : List.copyOf(customer.conversations);
    }

    List<Kept> all() {
        List<Kept> all = new ArrayList<>();
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

    /** Bytes of the changelog that stand for it. */
    long logged() {
        return packs.bytes() + pack.length();
    }

    void begin(String customerId, String conversationId, byte[] image, byte[] entries) {
        reading = null;
        Customer customer = customers.computeIfAbsent(customerId, Customer::new);
        Kept kept = new Kept(customer, conversationId, nextHandle++);
        customer.conversations.add(kept);
        kept.image(image);
        kept.append(entries, 0, entries.length);
        live += kept.size();
        noteWhole(kept);
    }

    /** @param delta how the image differs from the one before; null where that is longer than the image */
    void turn(Kept kept, byte[] image, byte @Nullable [] delta, byte[] entries) {
        reading = null;
        live -= kept.size();
        kept.image(image);
        kept.append(entries, 0, entries.length);
        live += kept.size();
        pack.operation(delta == null ? Operation.TURN_ANEW : Operation.TURN);
        pack.number(kept.handle);
        pack.block(delta == null ? image : delta);
        pack.block(entries);
        noted();
    }

    void forget(Kept kept) {
        reading = null;
        drop(kept);
        pack.operation(Operation.FORGOTTEN);
        pack.number(kept.handle);
        noted();
    }

    void journey(String customerId, byte[] journey, long timerAt) {
        reading = null;
        Customer customer = customers.computeIfAbsent(customerId, Customer::new);
        put(customer, journey, timerAt);
        noteJourney(customer);
    }

    void forgetJourney(String customerId) {
        Customer customer = customers.get(customerId);
        if (customer == null || customer.journey == null) {
            return;
        }
        reading = null;
        drop(customer);
        pack.operation(Operation.JOURNEY_GONE);
        pack.text(customerId);
        noted();
    }

    /** Sends off what is noted; also moves on what is based on the oldest packs, where they hold little else. */
    void seal() {
        if (written == 0 && pack.isEmpty()) {
            return; // a commit of another part of the topology
        }
        cleaning.clean(this, written + pack.length());
        sendOff();
        written = 0;
    }

    /** Takes in a record of the changelog. */
    void restore(long number, byte @Nullable [] bytes) {
        if (bytes == null) {
            PackLog.Listed gone = packs.removed(number);
            if (gone != null) {
                gone.bases.forEach(based -> dropIfBasedOn(number, based));
            }
            return;
        }
        packs.reading(number);
        PackScan scan = new PackScan(bytes);
        while (scan.hasNext()) {
            restore(scan);
        }
        packs.sealed(bytes.length);
    }

    PackLog packs() {
        return packs;
    }

    /** Notes again what is still based on a pack, and writes its tombstone. */
    void moveOn(PackLog.Listed old) {
        for (Object based : old.bases) {
            if (based instanceof Kept kept && !kept.isForgotten() && kept.base() == old.number) {
                noteWhole(kept);
            } else if (based instanceof Customer customer
                    && customer.journey != null
                    && customer.journeyBase == old.number) {
                noteJourney(customer);
            }
        }
        packs.removed(old.number);
        // What was moved on must stand in the log before the tombstone that voids it where it stood.
        sendOff();
        log.append(old.number, null);
    }

    private void restore(PackScan scan) {
        switch (scan.operation()) {
            case WHOLE -> restoreWhole(scan);
            case TURN -> restoreTurn(handles().get((int) scan.number()), scan.block(), true, scan.block());
            case TURN_ANEW -> restoreTurn(handles().get((int) scan.number()), scan.block(), false, scan.block());
            case FORGOTTEN -> {
                replaced(handles().remove((int) scan.number()));
            }
            case JOURNEY -> {
                Customer customer = customers.computeIfAbsent(scan.text(), Customer::new);
                Timers.clear(timers, customer.journeyTimer, customer.id, null);
                long timerAt = scan.number();
                put(customer, scan.block(), timerAt);
                Timers.set(timers, timerAt, customer.id, null);
                customer.journeyBase = packs.current();
                packs.based(customer);
            }
            case JOURNEY_GONE -> {
                Customer customer = customers.get(scan.text());
                if (customer != null && customer.journey != null) {
                    Timers.clear(timers, customer.journeyTimer, customer.id, null);
                    drop(customer);
                }
            }
        }
    }

    private void restoreWhole(PackScan scan) {
        int handle = (int) scan.number();
        String customerId = scan.text();
        String conversation = scan.text();
        replaced(handles().get(handle));
        replaced(find(customerId, conversation));
        Customer customer = customers.computeIfAbsent(customerId, Customer::new);
        Kept kept = new Kept(customer, conversation, handle);
        customer.conversations.add(kept);
        kept.image(scan.block());
        byte[] journal = scan.block();
        kept.append(journal, 0, journal.length);
        live += kept.size();
        kept.base(packs.current());
        packs.based(kept);
        handles().put(handle, kept);
        nextHandle = Math.max(nextHandle, handle + 1);
        setTimer(kept);
    }

    private void replaced(@Nullable Kept before) {
        if (before != null && !before.isForgotten()) {
            unsetTimer(before);
            drop(before);
        }
    }

    /** A turn of a conversation that is not known was written before the conversation moved on to a later pack. */
    private void restoreTurn(@Nullable Kept kept, byte[] change, boolean isDelta, byte[] entries) {
        if (kept == null || kept.isForgotten()) {
            return;
        }
        unsetTimer(kept);
        live -= kept.size();
        kept.image(isDelta ? codec.apply(kept.image(), change) : change);
        kept.append(entries, 0, entries.length);
        live += kept.size();
        setTimer(kept);
    }

    private Map<Integer, Kept> handles() {
        Map<Integer, Kept> known = reading;
        if (known == null) {
            known = new HashMap<>();
            for (Kept kept : all()) {
                known.put(kept.handle, kept);
            }
            reading = known;
        }
        return known;
    }

    private void dropIfBasedOn(long number, Object based) {
        if (based instanceof Kept kept && !kept.isForgotten() && kept.base() == number) {
            handles().remove(kept.handle);
            unsetTimer(kept);
            drop(kept);
        } else if (based instanceof Customer customer && customer.journey != null && customer.journeyBase == number) {
            Timers.clear(timers, customer.journeyTimer, customer.id, null);
            drop(customer);
        }
    }

    private void noteWhole(Kept kept) {
        pack.operation(Operation.WHOLE);
        pack.number(kept.handle);
        pack.text(kept.customer.id);
        pack.text(kept.id);
        pack.block(kept.image());
        pack.block(kept.journal(), kept.journalEnd());
        kept.base(packs.current());
        packs.based(kept);
        noted();
    }

    private void noteJourney(Customer customer) {
        byte[] journey = customer.journey;
        if (journey != null) {
            pack.operation(Operation.JOURNEY);
            pack.text(customer.id);
            pack.number(customer.journeyTimer);
            pack.block(journey);
            customer.journeyBase = packs.current();
            packs.based(customer);
            noted();
        }
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
            log.append(number, pack.take());
        }
    }

    private void put(Customer customer, byte[] journey, long timerAt) {
        live -= customer.journeySize();
        customer.journey = journey;
        customer.journeyTimer = timerAt;
        live += customer.journeySize();
    }

    private void drop(Customer customer) {
        live -= customer.journeySize();
        customer.journey = null;
        customer.journeyTimer = 0;
        dropIfEmpty(customer);
    }

    private void drop(Kept kept) {
        live -= kept.size();
        kept.customer.conversations.remove(kept);
        kept.forget();
        dropIfEmpty(kept.customer);
    }

    private void dropIfEmpty(Customer customer) {
        if (customer.isEmpty()) {
            customers.remove(customer.id);
        }
    }

    private void setTimer(Kept kept) {
        Timers.set(timers, codec.timerAt(kept.image()), kept.customer.id, kept.id);
    }

    private void unsetTimer(Kept kept) {
        Timers.clear(timers, codec.timerAt(kept.image()), kept.customer.id, kept.id);
    }
}
