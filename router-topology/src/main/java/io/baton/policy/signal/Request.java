// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;

/**
 * Recognises a request for a human, in whatever words: a phrase of the policy, or somebody to be talked to ("could I
 * speak with one of your managers"), or a human wanted ("get me a real person"), or a human named and nothing else
 * ("agent!"). "I don't want to talk to a human" and "am I talking to a human?" are none.
 *
 * <p>It errs towards hearing a request: a needless hand-over costs minutes, an ignored request a customer (T07).
 */
final class Request {

    /** Words between the verb and the human: "talk to one of your very patient human". */
    private static final int REACH = 7;
    /** Words after "I want", "get me" before somebody in a role, who may as well be the topic. */
    private static final int ROLE_REACH = 2;
    /** Words that a refusal reaches: "I don't want | to be connected to a human". */
    private static final int REFUSAL_REACH = 6;
    /** Words after which a human may still be declined: "a human is really not needed". */
    private static final int DECLINE_REACH = 3;

    private static final int NEVER = -100;

    private int contactAt = NEVER;
    private int wantAt = NEVER;
    private int somebodyAt = NEVER;
    private int refusedAt = NEVER;
    private int saidAt = NEVER;
    private boolean said;
    private int named;
    private int namedEnd;

    void breakClause() {
        contactAt = NEVER;
        wantAt = NEVER;
        somebodyAt = NEVER;
        refusedAt = NEVER;
    }

    /** Whether what begins here is something the writer says not to want. */
    boolean refused(int start) {
        return start - refusedAt <= REFUSAL_REACH;
    }

    void hear(Cue cue, int start, int length) {
        switch (cue) {
            case REFUSAL -> refusedAt = start + length - 1;
            case RESTART -> refusedAt = start > refusedAt ? NEVER : refusedAt;
            case DECLINED -> decline(start);
            case CONTACT -> contact(start);
            case WANT -> wantAt = refused(start) ? wantAt : start + length - 1;
            case PERSON -> somebody(start, length, REACH);
            case AGENT -> somebody(start, length, ROLE_REACH);
            case ANYONE -> anyone(start);
            case HUMAN -> say(start, length);
            default -> {}
        }
    }

    /** @param substance words of substance in a short message, a large number for a longer one */
    boolean made(int substance) {
        return said || (named > 0 && substance <= named);
    }

    private void decline(int start) {
        if (start - saidAt <= DECLINE_REACH) {
            said = false;
        }
        named = 0;
    }

    private void contact(int start) {
        if (refused(start)) {
            return;
        }
        contactAt = start;
        if (start - somebodyAt <= REACH && wantAt != NEVER) {
            say(start, 1);
        }
    }

    private void somebody(int start, int length, int wantReach) {
        if (refused(start)) {
            return;
        }
        named += Math.max(0, start + length - Math.max(start, namedEnd));
        namedEnd = Math.max(namedEnd, start + length);
        somebodyAt = start;
        if (start - contactAt <= REACH || start - wantAt <= wantReach) {
            say(start, length);
        }
    }

    private void anyone(int start) {
        if (!refused(start)) {
            somebodyAt = start;
            if (start - contactAt <= 3) {
                say(start, 1);
            }
        }
    }

    private void say(int start, int length) {
        if (!refused(start)) {
            said = true;
            saidAt = start + length - 1;
        }
    }
}
