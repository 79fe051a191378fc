// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Customers that the heap has no room for, on disk: each as one value, with keys beside it by which their conversations' handles, the
 * packs they are based on and their timers are found. A customer is either here or on the heap.
 *
 * <p>It lives as long as its task is open and no longer. The changelog alone is what survives, so nothing here is logged or flushed.
 */
final class Attic implements AutoCloseable {

    private static final byte CUSTOMER = 'c';
    private static final byte HANDLE = 'h';
    private static final byte BASE = 'b';
    private static final byte TIMER = 't';
    private static final byte[] NOTHING = new byte[0];

    private final Disk disk;
    private final PutAway writer = new PutAway();
    /** No timer is earlier; null where that is not known. */
    private @Nullable Bytes earliest;
    /** Where to look for the earliest: what was removed before it would have to be passed over each time. */
    private byte[] lookFrom = {TIMER};

    private boolean noTimer = true;
    private long customers;
    private long bytes;

    Attic(Disk disk) {
        this.disk = disk;
    }

    /** Customers that are here. */
    long customers() {
        return customers;
    }

    /** Bytes of all of them. */
    long bytes() {
        return bytes;
    }

    /** Throws what went wrong here before, however often that has been caught meanwhile. */
    void check() {
        disk.check();
    }

    void put(Customer customer) {
        byte[] value = writer.write(customer);
        byte[] id = customer.id.getBytes(UTF_8);
        disk.put(key(CUSTOMER, id), value);
        eachKey(customer, id, (key, found) -> disk.put(key, found));
        disk.write();
        customers++;
        bytes += id.length + value.length;
    }

    /** A copy of a customer, who stays; null where it is not here. Any thread, while this is open. */
    @Nullable
    Customer peek(String customerId) {
        byte[] value = disk.get(key(CUSTOMER, customerId.getBytes(UTF_8)));
        return value == null ? null : PutAway.read(customerId, value, Blocks.small());
    }

    /**
     * Takes a customer out; null where it is not here.
     *
     * @param blocks where its bytes are kept from now on
     */
    @Nullable
    Customer take(String customerId, Blocks blocks) {
        byte[] id = customerId.getBytes(UTF_8);
        byte[] key = key(CUSTOMER, id);
        byte[] value = disk.get(key);
        if (value == null) {
            return null;
        }
        Customer customer = PutAway.read(customerId, value, blocks);
        disk.delete(key);
        eachKey(customer, id, (further, found) -> disk.delete(further));
        disk.write();
        customers--;
        bytes -= id.length + value.length;
        return customer;
    }

    /** The customer whose conversation has this handle; null where none is here. */
    @Nullable
    String customerOf(long handle) {
        byte[] id = disk.get(key(HANDLE, handle, NOTHING));
        return id == null ? null : new String(id, UTF_8);
    }

    /** Customers of whom something is based on a pack. */
    List<String> basedOn(long pack) {
        byte[] prefix = key(BASE, pack, NOTHING);
        List<String> ids = new ArrayList<>();
        disk.walk(prefix, (key, value) -> ids.add(new String(key, prefix.length, key.length - prefix.length, UTF_8)));
        return ids;
    }

    /** Copies of all customers, for whoever must look at each. */
    void each(Consumer<Customer> look) {
        disk.walk(new byte[] {CUSTOMER}, (key, value) -> {
            look.accept(PutAway.read(new String(key, 1, key.length - 1, UTF_8), value, Blocks.small()));
        });
    }

    void addTimer(Bytes timer) {
        disk.put(key(TIMER, timer.get()), NOTHING);
        disk.write();
        Bytes known = earliest;
        if (noTimer || (known != null && timer.compareTo(known) < 0)) {
            earliest = timer;
        }
        if (noTimer || Bytes.wrap(key(TIMER, timer.get())).compareTo(Bytes.wrap(lookFrom)) < 0) {
            lookFrom = key(TIMER, timer.get());
        }
        noTimer = false;
    }

    boolean hasTimer(Bytes timer) {
        return !noTimer && disk.get(key(TIMER, timer.get())) != null;
    }

    boolean removeTimer(Bytes timer) {
        if (!hasTimer(timer)) {
            return false;
        }
        disk.delete(key(TIMER, timer.get()));
        disk.write();
        if (timer.equals(earliest)) {
            earliest = null;
        }
        return true;
    }

    /** The earliest timer; null where there is none. */
    @Nullable
    Bytes firstTimer() {
        if (noTimer) {
            return null;
        }
        if (earliest == null) {
            earliest = timerFrom(lookFrom);
            noTimer = earliest == null;
            if (earliest != null) {
                lookFrom = key(TIMER, earliest.get());
            }
        }
        return earliest;
    }

    /** The next timer; null where there is none. */
    @Nullable
    Bytes timerAfter(Bytes timer) {
        byte[] key = timer.get();
        // The smallest key above another is that key and a zero.
        return timerFrom(ByteBuffer.allocate(key.length + 2).put(TIMER).put(key).array());
    }

    /** Forgets all timers. */
    void clearTimers() {
        disk.clear(new byte[] {TIMER}, new byte[] {TIMER + 1});
        earliest = null;
        lookFrom = new byte[] {TIMER};
        noTimer = true;
    }

    /** Empties it. */
    void clear() {
        clearTimers();
        disk.clear(new byte[0], new byte[] {(byte) 0xff});
        customers = 0;
        bytes = 0;
    }

    /** Takes what was deleted off the disk now. */
    void rewrite() {
        disk.rewrite();
    }

    @Override
    public void close() {
        disk.close();
    }

    private @Nullable Bytes timerFrom(byte[] key) {
        byte[] found = disk.firstFrom(key);
        if (found == null || found[0] != TIMER) {
            return null;
        }
        byte[] timer = new byte[found.length - 1];
        System.arraycopy(found, 1, timer, 0, timer.length);
        return Bytes.wrap(timer);
    }

    /** The keys by which a customer is found otherwise than by its id. */
    private static void eachKey(Customer customer, byte[] id, Disk.Visitor visitor) {
        for (Kept kept : customer.conversations) {
            visitor.visit(key(HANDLE, kept.handle, NOTHING), id);
            visitor.visit(key(BASE, kept.base(), id), NOTHING);
        }
        if (customer.hasJourney()) {
            visitor.visit(key(BASE, customer.journeyBase, id), NOTHING);
        }
    }

    private static byte[] key(byte kind, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put(kind).put(rest).array();
    }

    private static byte[] key(byte kind, long number, byte[] rest) {
        return ByteBuffer.allocate(1 + Long.BYTES + rest.length)
                .put(kind)
                .putLong(number)
                .put(rest)
                .array();
    }
}
