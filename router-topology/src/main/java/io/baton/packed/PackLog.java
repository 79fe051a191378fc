// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which packs the changelog holds, oldest first.
 *
 * <p>The key of a pack is its number; the next has the next. A compacting log never removes one by itself, since no number is used twice; a pack
 * goes when nothing is based on it any more and its tombstone is written.
 */
final class PackLog {

    /** One pack: its number and its size. */
    static final class Listed {

        final long number;
        int size;

        private Listed(long number) {
            this.number = number;
        }
    }

    private final Deque<Listed> packs = new ArrayDeque<>();
    private final Map<Long, Listed> byNumber = new HashMap<>();
    private Listed open = new Listed(0);
    private long bytes;

    /** Number of the pack that is being filled. */
    long current() {
        return open.number;
    }

    /** Bytes of all packs that have not been removed. */
    long bytes() {
        return bytes;
    }

    int count() {
        return packs.size();
    }

    /** The pack that is being filled leaves, and the next begins. */
    void sealed(int size) {
        open.size = size;
        packs.addLast(open);
        byNumber.put(open.number, open);
        bytes += size;
        open = new Listed(open.number + 1);
    }

    /** While a log is read back: the pack of this number is the one that operations belong to. */
    void reading(long number) {
        open = new Listed(number);
    }

    /** Forgets all packs: none of them counts. */
    void clear() {
        packs.clear();
        byNumber.clear();
        bytes = 0;
    }

    /** The oldest pack; null where there is none. */
    @Nullable
    Listed oldest() {
        return packs.peekFirst();
    }

    /** Forgets the pack, which has its tombstone; null where it is not known (any more). */
    @Nullable
    Listed removed(long number) {
        Listed gone = byNumber.remove(number);
        if (gone != null) {
            packs.remove(gone);
            bytes -= gone.size;
        }
        return gone;
    }
}
