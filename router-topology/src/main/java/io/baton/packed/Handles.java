// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import org.jspecify.annotations.Nullable;

/**
 * Conversations by their handles. A log that is read asks for one with each turn that it tells of, and most of what that takes is waiting
 * for memory: so there is one array, which holds the conversations themselves, each in the first free place from where its handle points.
 */
final class Handles {

    /** A power of two. */
    private static final int SMALLEST = 64;

    /** 2^64 divided by the golden ratio: handles are given out one by one, and this sets neighbours far apart. */
    private static final long APART = 0x9E37_79B9_7F4A_7C15L;

    private @Nullable Kept[] places = new Kept[SMALLEST];
    private int size;

    @Nullable
    Kept get(long handle) {
        return places[place(handle)];
    }

    /** Puts one in; whatever had the same handle leaves. */
    void put(Kept kept) {
        int place = place(kept.handle);
        if (places[place] == null) {
            size++;
        }
        places[place] = kept;
        if (size > places.length / 2) {
            grow();
        }
    }

    /** Takes out what has the handle, and moves up what would not be found across the gap. */
    void remove(long handle) {
        int gap = place(handle);
        if (places[gap] == null) {
            return;
        }
        size--;
        places[gap] = null;
        int mask = places.length - 1;
        for (int at = (gap + 1) & mask; places[at] != null; at = (at + 1) & mask) {
            Kept moved = places[at];
            places[at] = null;
            places[place(moved.handle)] = moved;
        }
    }

    /** Where the handle is, or the free place where it would be: at most half of them are taken. */
    private int place(long handle) {
        int mask = places.length - 1;
        int at = (int) ((handle * APART) >>> Long.numberOfLeadingZeros(mask));
        Kept found = places[at];
        while (found != null && found.handle != handle) {
            at = (at + 1) & mask;
            found = places[at];
        }
        return at;
    }

    private void grow() {
        @Nullable Kept[] before = places;
        places = new Kept[before.length * 2];
        for (Kept kept : before) {
            if (kept != null) {
                places[place(kept.handle)] = kept;
            }
        }
    }
}
