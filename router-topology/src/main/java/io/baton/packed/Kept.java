// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** One conversation on the heap: the image of its state and the entries of its journal, one behind the other. Both are {@link Blocks}. */
public final class Kept {

    static final long NO_PACK = -1;

    private static final int FORGOTTEN = -1;

    final Customer customer;
    final String id;
    /** Number that stands for the conversation in the changelog. */
    final long handle;

    private int image = Blocks.NONE;
    private int imageLength = FORGOTTEN;
    private int journal = Blocks.NONE;
    private int journalLast = Blocks.NONE;
    private int journalEnd;
    /** Pack that holds all of it as it was then; what came later is in later packs. */
    private long base = NO_PACK;

    Kept(Customer customer, String id, long handle) {
        this.customer = customer;
        this.id = id;
        this.handle = handle;
    }

    /** As another is now, for a customer as it is now: both speak of the same bytes. */
    Kept(Customer customer, Kept other) {
        this(customer, other.id, other.handle);
        image = other.image;
        imageLength = other.imageLength;
        journal = other.journal;
        journalEnd = other.journalEnd;
    }

    /** Id of the customer. */
    public String customerId() {
        return customer.id;
    }

    /** Id of the conversation. */
    public String id() {
        return id;
    }

    /** The image of its state; the caller's own. */
    public byte[] image() {
        return customer.blocks.copy(image, imageLength());
    }

    /** Entries of its journal, each with its length in front; the caller's own. */
    public byte[] journal() {
        return customer.blocks.copy(journal, journalEnd);
    }

    int imageLength() {
        if (isForgotten()) {
            throw new IllegalStateException("a conversation that was forgotten or put on disk");
        }
        return imageLength;
    }

    int journalLength() {
        return journalEnd;
    }

    boolean isForgotten() {
        return imageLength == FORGOTTEN;
    }

    long base() {
        return base;
    }

    /** Bytes that it takes in a pack, as good as exactly. */
    long size() {
        return isForgotten() ? 0 : imageLength + journalEnd + id.length() + customer.id.length();
    }

    void image(byte[] changed) {
        image = customer.blocks.replace(image, Math.max(0, imageLength), changed);
        imageLength = changed.length;
    }

    void base(long pack) {
        base = pack;
    }

    void append(byte[] from, int start, int length) {
        Blocks blocks = customer.blocks;
        if (journalEnd == 0) {
            journal = blocks.put(from, start, length);
            journalLast = blocks.last(journal);
        } else {
            journalLast = blocks.append(journalLast, journalEnd, from, start, length);
        }
        journalEnd += length;
    }

    void forget() {
        customer.blocks.release(image);
        customer.blocks.release(journal);
        image = Blocks.NONE;
        imageLength = FORGOTTEN;
        journal = Blocks.NONE;
        journalLast = Blocks.NONE;
        journalEnd = 0;
    }

    /** Its blocks go below a limit. */
    void move(int limit) {
        Blocks blocks = customer.blocks;
        image = blocks.move(image, limit);
        journal = blocks.move(journal, limit);
        journalLast = blocks.last(journal);
    }
}
