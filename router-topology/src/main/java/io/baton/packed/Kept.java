// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One conversation on the heap: the image of its state and the entries of its journal, one behind the other. */
public final class Kept {

    static final long NO_PACK = -1;

    private static final byte[] NOTHING = new byte[0];

    final Customer customer;
    final String id;
    /** Number that stands for the conversation in the changelog. */
    final long handle;

    private byte @Nullable [] image;
    private byte[] journal = NOTHING;
    private int journalEnd;
    /** Pack that holds all of it as it was then; what came later is in later packs. */
    private long base = NO_PACK;

    Kept(Customer customer, String id, long handle) {
        this.customer = customer;
        this.id = id;
        this.handle = handle;
    }

    /** Id of the customer. */
    public String customerId() {
        return customer.id;
    }

    /** Id of the conversation. */
    public String id() {
        return id;
    }

    /** The image of its state. Never written to: whoever changes it makes a new one. */
    public byte[] image() {
        byte[] current = image;
        if (current == null) {
            throw new IllegalStateException("a conversation that was forgotten or put on disk");
        }
        return current;
    }

    /** Entries of its journal, each with its length in front; valid up to {@link #journalEnd}. */
    public byte[] journal() {
        return journal;
    }

    /** Where the journal ends. */
    public int journalEnd() {
        return journalEnd;
    }

    boolean isForgotten() {
        return image == null;
    }

    long base() {
        return base;
    }

    /** Bytes that it takes in a pack, as good as exactly. */
    long size() {
        return image == null ? 0 : image.length + journalEnd + id.length() + customer.id.length();
    }

    void image(byte[] changed) {
        image = changed;
    }

    void base(long pack) {
        base = pack;
    }

    /** Grows by halves, so that a long conversation is not copied at each turn, and a short one wastes little. */
    void append(byte[] from, int start, int length) {
        int needed = journalEnd + length;
        if (needed > journal.length) {
            journal = Arrays.copyOf(journal, Math.max(needed, journal.length + journal.length / 2));
        }
        System.arraycopy(from, start, journal, journalEnd, length);
        journalEnd = needed;
    }

    void forget() {
        image = null;
        journal = NOTHING;
        journalEnd = 0;
    }
}
