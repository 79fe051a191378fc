// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Arrays;

/**
 * Bytes of many small things, cut into blocks of one size that lie in few large arrays: whatever changes with each turn and stays for days
 * would otherwise be copied by the collector once or twice, be garbage among what is old a turn later, and have to be looked through
 * until all of it is collected. What is kept here is nothing to a collector, see ADR 0051.
 *
 * <p>A thing is a chain of blocks. It is known by its first one, {@link #NONE} where it has no bytes; how long it is its owner must know. All blocks
 * are alike, so that what one thing gives back serves any other.
 *
 * <p>Used under the lock of the {@link Holdings} that it belongs to, but for reading by the one thread that writes.
 */
final class Blocks {

    /** No block. */
    static final int NONE = Pages.NONE;

    private static final int ROOM = Pages.SIZE - Pages.HEAD;
    /** Blocks of a page, as a power of two: 256 kB, which G1 does not treat as a thing apart in a heap of 1 GB or more. */
    private static final int PAGE = 10;
    /** The same for copies of one customer: 1 kB. */
    private static final int SMALL_PAGE = 2;
    /** Of what is in use, this part may be free besides before it is worth moving things together. */
    private static final int SPARE = 8;

    private final Pages pages;
    private int used;
    /** Whether what is given back stays as it is for now. */
    private boolean holding;
    /** What has been given back meanwhile. */
    private int[] leaving = new int[16];

    private int leavingCount;

    Blocks() {
        this(new Pages(PAGE));
    }

    private Blocks(Pages pages) {
        this.pages = pages;
    }

    /** For the few things of one customer. */
    static Blocks small() {
        return new Blocks(new Pages(SMALL_PAGE));
    }

    /** Bytes of heap that a thing of so many bytes takes. */
    static long bytes(int length) {
        return (long) count(length) * Pages.SIZE;
    }

    /** Bytes of heap that all pages take. */
    long taken() {
        return (long) pages.blocks() * Pages.SIZE;
    }

    /** Keeps bytes; returns where. */
    int put(byte[] from, int start, int length) {
        if (length == 0) {
            return NONE;
        }
        int first = take();
        fill(first, 0, from, start, length);
        return first;
    }

    /** Keeps bytes instead of a thing of so many others; returns where, which is where that was if it can be. */
    int replace(int first, int length, byte[] bytes) {
        if (holding || first == NONE || count(length) != count(bytes.length)) {
            release(first);
            return put(bytes, 0, bytes.length);
        }
        int at = 0;
        for (int block = first; at < bytes.length; block = pages.next(block)) {
            int count = Math.min(ROOM, bytes.length - at);
            System.arraycopy(bytes, at, pages.page(block), pages.start(block) + Pages.HEAD, count);
            at += count;
        }
        return first;
    }

    /**
     * Puts bytes behind a thing that has some.
     *
     * @param last its last block
     * @param end its length until now
     * @return its last block from now on
     */
    int append(int last, int end, byte[] from, int start, int length) {
        int at = end % ROOM;
        return at == 0 && length > 0 ? fill(follow(last), 0, from, start, length) : fill(last, at, from, start, length);
    }

    /** A copy of a thing. */
    byte[] copy(int first, int length) {
        byte[] bytes = new byte[length];
        int at = 0;
        for (int block = first; at < length; block = pages.next(block)) {
            int count = Math.min(ROOM, length - at);
            System.arraycopy(pages.page(block), pages.start(block) + Pages.HEAD, bytes, at, count);
            at += count;
        }
        return bytes;
    }

    /** The last block of a thing. */
    int last(int first) {
        int last = first;
        for (int block = first; block != NONE; block = pages.next(block)) {
            last = block;
        }
        return last;
    }

    /** Gives a thing back. */
    void release(int first) {
        if (first == NONE) {
            return;
        }
        if (!holding) {
            free(first);
            return;
        }
        if (leavingCount == leaving.length) {
            leaving = Arrays.copyOf(leaving, 2 * leavingCount);
        }
        leaving[leavingCount++] = first;
    }

    /** What is given back or replaced from now on keeps its bytes until {@link #letGo}, since others may still look at it. */
    void hold() {
        holding = true;
    }

    /** Nobody looks at what was given back any more. */
    void letGo() {
        holding = false;
        while (leavingCount > 0) {
            free(leaving[--leavingCount]);
        }
    }

    /** Whether so much of the pages is free that it is worth moving things together. */
    boolean isSparse() {
        return !holding && pages.blocks() - used > used / SPARE + 2 * pages.blocksOfAPage();
    }

    /**
     * Begins to move things together: until {@link #moved} each thing there is must be moved.
     *
     * @return the block from which on none may be left
     */
    int move() {
        return pages.withdraw(used);
    }

    /** Moves one thing below the limit; returns where it begins now. */
    int move(int first, int limit) {
        int begin = NONE;
        int before = NONE;
        for (int block = first; block != NONE; ) {
            int after = pages.next(block);
            int to = block < limit ? block : pages.copied(block);
            if (before == NONE) {
                begin = to;
            } else {
                pages.follows(before, to);
            }
            before = to;
            block = after;
        }
        return begin;
    }

    /** All things are below the limit. */
    void moved(int limit) {
        pages.drop(limit);
    }

    /** Forgets all things. */
    void clear() {
        pages.clear();
        used = 0;
        holding = false;
        leavingCount = 0;
    }

    /** Writes bytes from a place of a block on; returns the block that the last are in. */
    private int fill(int begin, int place, byte[] from, int start, int length) {
        int block = begin;
        int at = place;
        int done = 0;
        while (true) {
            int count = Math.min(ROOM - at, length - done);
            System.arraycopy(from, start + done, pages.page(block), pages.start(block) + Pages.HEAD + at, count);
            done += count;
            if (done == length) {
                return block;
            }
            block = follow(block);
            at = 0;
        }
    }

    /** A new block behind another. */
    private int follow(int block) {
        int next = take();
        pages.follows(block, next);
        return next;
    }

    private int take() {
        int block = pages.take();
        pages.follows(block, NONE);
        used++;
        return block;
    }

    private void free(int first) {
        int last = first;
        used--;
        for (int block = pages.next(first); block != NONE; block = pages.next(block)) {
            last = block;
            used--;
        }
        pages.give(first, last);
    }

    private static int count(int length) {
        return (length + ROOM - 1) / ROOM;
    }
}
