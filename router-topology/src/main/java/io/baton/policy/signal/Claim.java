// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/**
 * Whether a request was made, and one that waits for the next word: "I need a manager" is one, "I need a manager account"
 * is none.
 */
final class Claim {

    private boolean made;
    private int madeAt = Refusal.NEVER;
    private int waiting = Refusal.NEVER;
    private boolean last;

    boolean made() {
        return made;
    }

    /** A request, whatever follows. */
    void make(int end) {
        made = true;
        madeAt = end;
    }

    /** A request unless a word follows that makes something else of it. */
    void unlessCompound(int end, boolean sure) {
        if (sure) {
            make(end);
        } else {
            waiting = end;
            last = false;
        }
    }

    /** A request where the thought ends here. */
    void onlyLast(int end) {
        waiting = end;
        last = true;
    }

    /** What came next; {@code familiar} words leave a request what it is, others make a compound. */
    void followed(int word, boolean familiar, boolean newThought) {
        if (waiting >= 0 && word == waiting + 1) {
            if (newThought || (familiar && !last)) {
                make(waiting);
            }
            waiting = Refusal.NEVER;
        }
    }

    /** Nothing follows. */
    void settle() {
        if (waiting >= 0) {
            make(waiting);
            waiting = Refusal.NEVER;
        }
    }

    /** Takes a request back that ended at most so many words before. */
    void decline(int start, int reach) {
        if (waiting >= 0 || start - madeAt <= reach) {
            made = false;
            waiting = Refusal.NEVER;
        }
    }
}
