// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;

/**
 * Recognises a request for a human, in whatever words: a phrase of the policy, or somebody to be talked to ("could I
 * speak with one of your managers"), or a human wanted ("get me a real person"), or somebody to act ("can someone call
 * me"), or a human named and nothing else ("agent!"), or enough of a machine. "I don't want to talk to a human", "am I
 * talking to a human?" and "my travel agent" are none.
 *
 * <p>Of the phrases that begin at a word the longest counts, and it covers the words in it. It errs towards hearing a
 * request: a needless hand-over costs minutes, an ignored request a customer (T07).
 */
final class Request {

    /** Words between the verb and the human: "talk to one of your very patient human". */
    private static final int REACH = 7;
    /** Words between the verb and somebody, or a department. */
    private static final int NEAR = 4;
    /** Words after "I want", "get me" before a human. */
    private static final int WANT_REACH = 6;
    /** Words after "I want", "get me" before somebody in a role, who may as well be the topic. */
    private static final int ROLE_REACH = 2;
    /** Words after which a human may still be declined: "a human is really not needed". */
    private static final int DECLINE_REACH = 3;

    private final Refusal refusal = new Refusal();
    private final Claim claim = new Claim();
    private final Naming naming;
    private Cue cue = Cue.FILLER;
    private int cueAt = Refusal.NEVER;
    private int covered;
    private int contactAt = Refusal.NEVER;
    private int contactEnd = Refusal.NEVER;
    private int wantAt = Refusal.NEVER;
    private int fetchAt = Refusal.NEVER;
    private int offerAt = Refusal.NEVER;
    private int modalAt = Refusal.NEVER;
    private int clauseAt;
    private int someoneAt = Refusal.NEVER;
    private int someoneEnd = Refusal.NEVER;
    private boolean human;
    private int outsiderAt = Refusal.NEVER;

    /** @param excited whether the text has exclamation marks */
    Request(boolean excited) {
        this.naming = new Naming(excited);
    }

    /** Must be told after the word before it was finished. */
    void breakClause() {
        endClause();
        refusal.breakClause();
        clauseAt = covered;
        contactAt = Refusal.NEVER;
        contactEnd = Refusal.NEVER;
        wantAt = Refusal.NEVER;
        fetchAt = Refusal.NEVER;
        offerAt = Refusal.NEVER;
        modalAt = Refusal.NEVER;
        someoneAt = Refusal.NEVER;
        someoneEnd = Refusal.NEVER;
        outsiderAt = Refusal.NEVER;
    }

    /** Whether what begins here is something the writer says not to want. */
    boolean refused(int start) {
        return refusal.refused(start);
    }

    void thank() {
        naming.thank();
    }

    void hear(Cue heard, int start, int length) {
        boolean longer = start == cueAt ? start + length > covered || heard == Cue.HUMAN : start >= covered;
        if (longer) {
            cue = heard;
            cueAt = start;
            covered = start + length;
        }
    }

    /**
     * @param familiar whether the word is one that may follow somebody who is asked for
     * @param filler whether it has no content of its own
     */
    void finishWord(int word, boolean familiar, boolean filler) {
        boolean begins = cueAt == word;
        boolean other = begins && cue == Cue.OTHER;
        boolean others = other || (begins && (cue == Cue.OWN || cue == Cue.OUTSIDER));
        claim.followed(word, familiar && !other, others, begins && Claim.startsThought(cue));
        if (begins) {
            take(word, covered - 1);
        } else if (word >= covered) {
            covered = word + 1;
        }
        naming.word(word, filler, begins && cue == Cue.RESTART);
    }

    /** @param substance words of substance in a short message, a large number for a longer one */
    boolean made(int substance) {
        endClause();
        return claim.made() || naming.nothingElse(substance);
    }

    private void endClause() {
        claim.settle();
        if (naming.clause()) {
            claim.make(covered);
        }
    }

    private void take(int start, int end) {
        switch (cue) {
            case REFUSAL, AVERSION, DENIAL, DISMISS, ASIDE, RESTART -> refusal.hear(cue, start, end);
            case DECLINED -> decline(start);
            case CONTACT, HANDOVER -> contact(start, end);
            case TALK -> talk(start, end);
            case OWN -> contactEnd = start - contactEnd <= ROLE_REACH ? Refusal.NEVER : contactEnd;
            case OUTSIDER -> outsiderAt = start;
            case WANT, FETCH -> want(start, end);
            case OFFER -> offerAt = end;
            case MODAL -> modalAt = end;
            case PERSON, AGENT -> somebody(start, end);
            case CREW -> crew(start, end);
            case ANYONE -> anyone(start, end);
            case BOT -> {
                naming.machine();
                refusal.bot(start, end, claim);
            }
            case ACT, CALL, MEET, NEEDED, AVAILABLE -> act(start, end);
            case HUMAN -> say(start, end);
            default -> {}
        }
    }

    private void decline(int start) {
        claim.decline(start, DECLINE_REACH);
        naming.decline();
    }

    private void contact(int start, int end) {
        if (refusal.bars(start)) {
            refusal.contact(end);
            return;
        }
        contactAt = start;
        contactEnd = end;
        boolean asked = wantAt != Refusal.NEVER || offerAt != Refusal.NEVER || modalAt == start - 1;
        if (start - someoneAt <= REACH && asked) {
            say(start, end);
        } else if (cue == Cue.HANDOVER) {
            claim.onlyLast(end);
        }
    }

    /** Who asks to talk with somebody asks for a human, in whatever role: the lists cannot know them all. */
    private void talk(int start, int end) {
        boolean barred = refusal.bars(start);
        contact(start, end);
        boolean whole = end - start >= ROLE_REACH;
        boolean mine = start - modalAt <= ROLE_REACH && (whole || refusal.restartAt() >= clauseAt);
        boolean told = start == clauseAt || (whole && start - refusal.restartAt() <= ROLE_REACH);
        if (!barred && (mine || told || start - wantAt <= NEAR)) {
            claim.whoever(end);
        }
    }

    private void want(int start, int end) {
        if (refusal.denies(start)) {
            refusal.hear(Cue.AVERSION, start, end);
        } else if (!refusal.averse(start)) {
            wantAt = end;
            fetchAt = cue == Cue.FETCH ? end : fetchAt;
            refusal.askedFor(start);
        } else if (cue == Cue.FETCH && !refusal.close(start)) {
            refusal.forget();
            wantAt = end;
            fetchAt = end;
        }
    }

    private void somebody(int start, int end) {
        if (refusal.barsSomebody(start)) {
            return;
        }
        boolean person = cue == Cue.PERSON;
        naming.name(end, person);
        noteSomeone(start, end, true);
        boolean asked = start - contactEnd <= REACH || (person && start - modalAt <= ROLE_REACH);
        if (asked) {
            say(start, end);
        } else if (start - wantAt <= (person ? WANT_REACH : ROLE_REACH)) {
            claim.unlessCompound(end, person && end > start);
        }
    }

    private void crew(int start, int end) {
        boolean with = start > contactEnd + 1 || contactEnd > contactAt;
        if (!refusal.barsSomebody(start)) {
            noteSomeone(start, end, false);
            naming.crew(end);
            if (start - contactEnd <= NEAR && with) {
                say(start, end);
            } else if (end > start && start - fetchAt <= ROLE_REACH) {
                claim.unlessCompound(end, false);
            }
        }
    }

    private void anyone(int start, int end) {
        if (!refusal.barsSomebody(start)) {
            noteSomeone(start, end, false);
            if (start - contactEnd <= NEAR || start - fetchAt <= ROLE_REACH) {
                say(start, end);
            }
        }
    }

    private void noteSomeone(int start, int end, boolean isHuman) {
        someoneAt = start;
        someoneEnd = end;
        human = isHuman;
    }

    /** Somebody is to act: who was named right before, after a word that asks for it. */
    private void act(int start, int end) {
        boolean someone = start - someoneEnd <= ROLE_REACH;
        boolean asked = Math.max(Math.max(modalAt, wantAt), Math.max(offerAt, refusal.restartAt())) >= clauseAt;
        boolean meant = switch (cue) {
            case CALL -> outsiderAt < clauseAt && (asked || start == clauseAt || (someone && someoneAt == clauseAt));
            case MEET -> someone && asked;
            case NEEDED -> someone && human && start == someoneEnd + 1;
            case AVAILABLE -> someone && (Math.max(offerAt, wantAt) >= clauseAt || (human && someoneAt == clauseAt));
            default -> someone && human && asked;
        };
        if (meant && !refusal.bars(start)) {
            claim.unlessCompound(end, cue != Cue.CALL);
        }
    }

    private void say(int start, int end) {
        if (!refusal.bars(start)) {
            claim.make(end);
        }
    }
}
