// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/**
 * When the oldest pack of a changelog has to go.
 *
 * <p>What is kept of a conversation that has just begun is spread over many packs; that of one that is over is one whole
 * in a pack of its own time. As conversations are forgotten or written anew, old packs hold less and less that still counts. Once the
 * log is {@value #TIMES} times as large as what is kept, the oldest pack is emptied: what is still based on it is written
 * again, at the end.
 *
 * <p>On the way through a whole log of three times what is kept, what is kept is written once more and twice as much is freed.
 * Where the oldest packs happen to hold nothing but what is kept, the log grows a little beyond that meanwhile.
 */
final class Cleaning {

    /** A log may grow to this many times what is kept, so that a restore reads hardly more than that. */
    static final int TIMES = 3;

    /** Below this a log is not worth cleaning, bytes. */
    static final long SMALL = 16L << 20;

    private final long small;

    /** @param small below this a log is not cleaned, bytes; {@link #SMALL} but for tests */
    Cleaning(long small) {
        this.small = small;
    }

    /**
     * Empties as many packs as the log is too large by, but no more than twice the bytes that were written since the last
     * commit: cleaning keeps up with the load and never holds it up.
     */
    void clean(PackedState state, long written) {
        long most = 2 * written;
        long cleaned = 0;
        while (cleaned < most && state.logged() > Math.max(small, TIMES * state.live())) {
            PackLog.Listed oldest = state.packs().oldest();
            if (oldest == null) {
                return;
            }
            cleaned += oldest.size;
            state.moveOn(oldest);
        }
    }
}
