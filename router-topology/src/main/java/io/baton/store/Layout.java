// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

/**
 * Layout version 1 of a {@link ConversationImage}: a part of fixed size, in which every field has its place for ever, then
 * a tail of strings and signals.
 *
 * <p>The places follow from the order of the calls in {@link StatePart}, {@link FiguresPart} and {@link CustomerPart},
 * which is the order of the schema. A change of that order, a field more or another width is another layout and needs
 * another version. What came later stands at the end of the tail, see {@link LaterPart}.
 */
final class Layout {

    /** The only version so far; the first byte. */
    static final byte VERSION = 1;

    /** The due time, which is read without the rest. */
    static final int TIMER_AT = 1;

    static final int FLAGS = 9;

    /** First of the fields that are written in order. */
    static final int FIRST = 13;

    /** Size of the fixed part; where the tail begins. */
    static final int FIXED = 379;

    /** How many numbers are kept in 16 bits. */
    static final int COUNTERS = 27;

    /** The flag that says that the counters follow in 32 bits at the end, because one of them does not fit in 16. */
    static final int WIDE = 1 << 31;

    static final int RECENT = 16;
    static final int MESSAGE_SKETCHES = 4;
    static final int REPLY_SKETCHES = 2;
    /** No slots: most conversations have no action that a platform has named, so the few stand in the tail. */
    static final int ACTIONS = 0;

    private Layout() {}

    /** Whether the bytes are an image of this layout, as far as the first of them and their number tell. */
    static boolean isImage(byte[] bytes) {
        return bytes.length >= FIXED && bytes[0] == VERSION;
    }
}
