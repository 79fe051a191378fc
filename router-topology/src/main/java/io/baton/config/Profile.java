// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

/**
 * What a router is tuned for. Any single setting under {@code kafka.*} goes before its profile.
 *
 * <p>A commit costs a round of requests to the broker whatever it holds, so fewer commits cost less a turn; but nobody sees a
 * decision before its transaction is committed, so they also come later.
 */
public enum Profile {
    /** A commit every 100 ms: a decision is seen within about two tenths of a second. */
    THROUGHPUT(100, 5_000),
    /** A commit every 20 ms, small polls: a decision is seen within some tens of milliseconds, for more work a turn. */
    LATENCY(20, 1_000),
    /** A commit every 250 ms: for recordings, where nobody waits for a single decision. */
    REPLAY(250, 5_000);

    private final int commitMillis;
    private final int pollRecords;

    Profile(int commitMillis, int pollRecords) {
        this.commitMillis = commitMillis;
        this.pollRecords = pollRecords;
    }

    /** Time between two commits, milliseconds. */
    public int commitMillis() {
        return commitMillis;
    }

    /** Most records taken from the consumer at once. */
    public int pollRecords() {
        return pollRecords;
    }
}
