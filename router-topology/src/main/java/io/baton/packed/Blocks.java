// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes of many small things, cut into blocks of one size that lie in few large arrays: whatever changes with each turn and stays for days
 * would otherwise be copied by the collector once or twice, be garbage among what is old a turn later, and have to be looked through
 * until all of it is collected. What is kept here is nothing to a collector, see ADR 0051.
 *
 * <p>A thing is a chain of blocks: the number of the next one is in front of each. It is known by its first block, {@link #NONE} where it has no
 * bytes; how long it is its owner must know. All blocks are alike, so that what one thing gives back serves any other.
 *
 * <p>Used under the lock of the {@link Holdings} that it belongs to, but for reading by the one thread that writes.
 */
final class Blocks {

    /** No block. */
    static final int NONE = -1;

    /** Bytes of a block with its head: half a block is wasted for each thing, and an entry of a journal takes some 150. */
    private static final int SIZE = 256;

    private static final int HEAD = Integer.BYTES;
    private static final int ROOM = SIZE - HEAD;
    /** Blocks of a page, as a power of two: 256 kB, which G1 does not treat as a thing apart in a heap of 1 GB or more. */
    private static final int PAGE = 10;
    /** The same for copies of one customer: 1 kB. */
    private static final int SMALL_PAGE = 2;
    /** Of what is in use, this part may be free besides before it is worth moving things together. */
    private static final int SPARE = 8;

    private static final VarHandle NEXT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int pageBits;
    private final int pageMask;
    private byte[][] pages = new byte[4][];
    private int pageCount;
    /** No block from here on was ever given out. */
    private int fresh;
    /** The first of a chain of those given back: the latest is given out next, since it is still in the processor's cache. */
    private int free = NONE;

    private int used;
    /** Whether what is given back stays as it is for now. */
    private boolean holding;
    /** What has been given back meanwhile. */
    private int[] leaving = new int[16];

    private int leavingCount;

    Blocks() {
        this(PAGE);
    }

    private Blocks(int pageBits) {
        this.pageBits = pageBits;
        this.pageMask = (1 << pageBits) - 1;
    }

    /** For the few things of one customer. */
    static Blocks small() {
        return new Blocks(SMALL_PAGE);
    }

    /** Bytes of heap that a thing of so many bytes takes. */
    static long bytes(int length) {
        return (long) count(length) * SIZE;
    }

    /** Bytes of heap that its pages take. */
    long taken() {
        return ((long) pageCount * SIZE) << pageBits;
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

    /**
     * Puts bytes behind a thing.
     *
     * @param last its last block, {@link #NONE} where it has none
     * @param end its length until now
     * @return its last block from now on; where it had none, {@link #put} is what to call
     */
    int append(int last, int end, byte[] from, int start, int length) {
        int at = end % ROOM;
        return at == 0 && length > 0 ? fill(follow(last), 0, from, start, length) : fill(last, at, from, start, length);
    }

    /** A copy of a thing. */
    byte[] copy(int first, int length) {
        byte[] bytes = new byte[length];
        int at = 0;
        for (int block = first; at < length; block = next(block)) {
            int count = Math.min(ROOM, length - at);
            System.arraycopy(page(block), start(block) + HEAD, bytes, at, count);
            at += count;
        }
        return bytes;
    }

    /** The last block of a thing. */
    int last(int first) {
        int last = first;
        for (int block = first; block != NONE; block = next(block)) {
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

    /** What is given back from now on keeps its bytes until {@link #letGo}, since others may still look at it. */
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

    private void free(int first) {
        int last = first;
        used--;
        for (int block = next(first); block != NONE; block = next(block)) {
            last = block;
            used--;
        }
        follows(last, free);
        free = first;
    }

    /** Whether so much of the pages is free that it is worth moving things together. */
    boolean isSparse() {
        int all = pageCount << pageBits;
        return !holding && all - used > used / SPARE + 2 * (pageMask + 1);
    }

    /**
     * Begins to move things together: from now until {@link #moved} each thing there is must be moved.
     *
     * @return the block from which on none may be left
     */
    int move() {
        int limit = Math.min(pageCount, (used >> pageBits) + 1) << pageBits;
        int below = NONE;
        for (int block = free; block != NONE; ) {
            int after = next(block);
            if (block < limit) {
                follows(block, below);
                below = block;
            }
            block = after;
        }
        free = below;
        fresh = Math.min(fresh, limit);
        return limit;
    }

    /** Moves one thing below the limit; returns where it begins now. */
    int move(int first, int limit) {
        int begin = NONE;
        int before = NONE;
        for (int block = first; block != NONE; ) {
            int after = next(block);
            int to = block;
            if (block >= limit) {
                to = place();
                System.arraycopy(page(block), start(block), page(to), start(to), SIZE);
            }
            if (before == NONE) {
                begin = to;
            } else {
                follows(before, to);
            }
            before = to;
            block = after;
        }
        return begin;
    }

    /** All things are below the limit. */
    void moved(int limit) {
        int needed = limit >> pageBits;
        Arrays.fill(pages, needed, pageCount, null);
        pageCount = needed;
    }

    /** Forgets all things. */
    void clear() {
        Arrays.fill(pages, null);
        pageCount = 0;
        fresh = 0;
        free = NONE;
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
            System.arraycopy(from, start + done, page(block), start(block) + HEAD + at, count);
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
        follows(block, next);
        return next;
    }

    private int take() {
        int block = place();
        follows(block, NONE);
        used++;
        return block;
    }

    private int place() {
        int block = free;
        if (block != NONE) {
            free = next(block);
            return block;
        }
        if (fresh == pageCount << pageBits) {
            addPage();
        }
        return fresh++;
    }

    private void addPage() {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, 2 * pageCount);
        }
        pages[pageCount++] = new byte[SIZE << pageBits];
    }

    private static int count(int length) {
        return (length + ROOM - 1) / ROOM;
    }

    private byte[] page(int block) {
        return pages[block >> pageBits];
    }

    private int start(int block) {
        return (block & pageMask) * SIZE;
    }

    private int next(int block) {
        return (int) NEXT.get(page(block), start(block));
    }

    private void follows(int block, int next) {
        NEXT.set(page(block), start(block), next);
    }
}
