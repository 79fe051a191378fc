// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Large arrays, cut into blocks of one size; a block is known by its number, and the number of another, which follows it, is in front of
 * its bytes. Which are in use and which free is all that is known here of what they are for.
 */
final class Pages {

    /** No block. */
    static final int NONE = -1;

    /** Bytes of a block with its head: half a block is wasted for each thing, and an entry of a journal takes some 150. */
    static final int SIZE = 256;

    static final int HEAD = Integer.BYTES;

    private static final VarHandle NEXT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int bits;
    private final int mask;
    private byte[][] pages = new byte[4][];
    private int count;
    /** No block from here on was ever given out. */
    private int fresh;
    /** The first of a chain of those given back: the latest is given out next, since it is still in the processor's cache. */
    private int free = NONE;

    /** @param bits blocks of a page, as a power of two */
    Pages(int bits) {
        this.bits = bits;
        this.mask = (1 << bits) - 1;
    }

    /** Blocks of all pages. */
    int blocks() {
        return count << bits;
    }

    /** Blocks of one page. */
    int blocksOfAPage() {
        return mask + 1;
    }

    /** The array that a block is in. */
    byte[] page(int block) {
        return pages[block >> bits];
    }

    /** Where a block begins, with its head. */
    int start(int block) {
        return (block & mask) * SIZE;
    }

    /** The block that follows another; {@link #NONE} where none does. */
    int next(int block) {
        return (int) NEXT.get(page(block), start(block));
    }

    void follows(int block, int next) {
        NEXT.set(page(block), start(block), next);
    }

    /** A block that is free until now; whatever followed it before. */
    int take() {
        int block = free;
        if (block != NONE) {
            free = next(block);
            return block;
        }
        if (fresh == blocks()) {
            add();
        }
        return fresh++;
    }

    /** Gives a chain of blocks back. */
    void give(int first, int last) {
        follows(last, free);
        free = first;
    }

    /**
     * From now on blocks are given out from the first pages only.
     *
     * @param used blocks in use, all of which have room there afterwards
     * @return the first block that is not given out any more
     */
    int withdraw(int used) {
        int limit = Math.min(count, (used >> bits) + 1) << bits;
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

    /** A copy of a block where blocks are given out. */
    int copied(int block) {
        int copy = take();
        System.arraycopy(page(block), start(block), page(copy), start(copy), SIZE);
        return copy;
    }

    /** Lets go of the pages from a block on, none of which is in use. */
    void drop(int limit) {
        int needed = limit >> bits;
        Arrays.fill(pages, needed, count, null);
        count = needed;
    }

    void clear() {
        drop(0);
        fresh = 0;
        free = NONE;
    }

    private void add() {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, 2 * count);
        }
        pages[count++] = new byte[SIZE << bits];
    }
}
