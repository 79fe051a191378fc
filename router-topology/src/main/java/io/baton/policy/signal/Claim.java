// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;

/**
 * Whether a request was made, and one that waits for the next word: "I need a manager" is one, "I need a manager account"
 * is none.
 */
final class Claim {

    private boolean made;
    private int madeAt = Refusal.NEVER;
    private int waiting = Refusal.NEVER;
    private boolean last;
    private boolean whoever;

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
            await(end);
        }
    }

    /** A request where the thought ends here. */
    void onlyLast(int end) {
        await(end);
        last = true;
    }

    /** A request where somebody follows who is not one of the writer's own. */
    void whoever(int end) {
        await(end);
        whoever = true;
    }

    private void await(int end) {
        waiting = end;
        last = false;
        whoever = false;
    }

    /**
     * What came next; {@code familiar} words leave a request what it is, others make a compound.
     *
     * @param others whether somebody follows who is not of the other side
     */
    void followed(int word, boolean familiar, boolean others, boolean newThought) {
        if (waiting >= 0 && word == waiting + 1) {
            if (whoever ? !others : newThought || (familiar && !last)) {
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

    /** Whether what begins with such a word does not belong to what was said before it. */
    static boolean startsThought(Cue cue) {
        return switch (cue) {
            case RESTART,
                    WANT,
                    FETCH,
                    OFFER,
                    MODAL,
                    CONTACT,
                    TALK,
                    HANDOVER,
                    REFUSAL,
                    AVERSION,
                    DENIAL,
                    DISMISS,
                    HUMAN -> true;
            default -> false;
        };
    }
}
