// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;

/** What takes a request back, denies it or only asks about it, and for how many words of its own clause. */
final class Refusal {

    static final int NEVER = -100;

    /** Words that a refusal reaches: "I don't want | to be connected to a human". */
    private static final int REACH = 6;
    /** Words that a question about somebody reaches: "are you | a real live person". */
    private static final int ASIDE_REACH = 3;
    /** Words between "enough" and the machine: "stop | sending me to this bot". */
    private static final int DISMISS_REACH = 4;
    /** Words between a refusal and what a fetching word still belongs to: "don't want | to get". */
    private static final int CLOSE = 2;

    private int refusedAt = NEVER;
    private int averseAt = NEVER;
    private int deniedAt = NEVER;
    private int dismissedAt = NEVER;
    private int asideAt = NEVER;
    private int restartAt = NEVER;
    private int contactAt = NEVER;

    void breakClause() {
        forget();
        deniedAt = NEVER;
        dismissedAt = NEVER;
        restartAt = NEVER;
    }

    void hear(Cue cue, int start, int end) {
        switch (cue) {
            case REFUSAL -> {
                refusedAt = end;
                averseAt = end;
            }
            case AVERSION -> averseAt = end;
            case DENIAL -> deniedAt = end;
            case DISMISS -> dismissedAt = end;
            case ASIDE -> asideAt = end;
            default -> {
                forget();
                restartAt = start;
            }
        }
    }

    /** A new thought: what was refused before is not meant any more. */
    void forget() {
        refusedAt = NEVER;
        averseAt = NEVER;
        asideAt = NEVER;
        contactAt = NEVER;
    }

    int restartAt() {
        return restartAt;
    }

    /** Not what begins with the refusal's last word: "we | won't renew" says itself what it denies. */
    boolean refused(int start) {
        return start != refusedAt && start - refusedAt <= REACH;
    }

    boolean averse(int start) {
        return start - averseAt <= REACH;
    }

    boolean close(int start) {
        return start - averseAt <= CLOSE;
    }

    boolean denies(int start) {
        return start - deniedAt == 1;
    }

    /** Whether talk that begins here is not wanted or only asked about. */
    boolean bars(int start) {
        return averse(start) || denies(start) || start - asideAt <= ASIDE_REACH;
    }

    /** Whether somebody named here is not wanted or only asked about. */
    boolean barsSomebody(int start) {
        boolean denied = start - deniedAt <= CLOSE || start - dismissedAt == 1;
        return averse(start) || denied || start - asideAt <= ASIDE_REACH;
    }

    /** Talk that is not wanted: the refusal reaches on from here. */
    void contact(int end) {
        if (asideAt > Math.max(averseAt, deniedAt)) {
            asideAt = end;
        } else {
            averseAt = end;
            contactAt = end;
        }
    }

    /** The writer asks for something after having asked about something. */
    void askedFor(int start) {
        asideAt = start > asideAt ? NEVER : asideAt;
    }

    /** A machine that is not wanted asks for a human. */
    void bot(int start, int end, Claim claim) {
        if (start - contactAt <= REACH) {
            claim.make(end);
        } else if (start - dismissedAt <= DISMISS_REACH || start - averseAt <= CLOSE) {
            claim.onlyLast(end);
        }
        asideAt = NEVER;
    }
}
