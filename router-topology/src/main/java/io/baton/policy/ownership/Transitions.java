// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static io.baton.policy.ownership.Move.CLOSE;
import static io.baton.policy.ownership.Move.FOLLOW;
import static io.baton.policy.ownership.Move.GO_ON;
import static io.baton.policy.ownership.Move.GO_ON_UNLESS_FAREWELL;
import static io.baton.policy.ownership.Move.KEEP_OUT;
import static io.baton.policy.ownership.Move.NOTE;
import static io.baton.policy.ownership.Move.RENEW;
import static io.baton.policy.ownership.Move.RESOLVE;
import static io.baton.policy.ownership.Move.STAND_BY;
import static io.baton.policy.ownership.Move.TAKE;
import static io.baton.policy.ownership.Move.WEIGH;

import io.baton.event.Owner;
import io.baton.state.ConversationState;

/**
 * The state machine of a conversation as a table: a column a holder, a line a kind of event. The whole of it is here;
 * the other classes only carry out what it says.
 *
 * <p>A conversation that was closed for want of events is read in the column RESOLVED: that closing is a guess of ours,
 * and a customer who writes again has refuted it. After a closing that the platform has said, only a reopening counts.
 */
final class Transitions {

    private Transitions() {}

    static Move of(ConversationState s, Kind kind) {
        Owner owner = s.getOwner() == Owner.CLOSED && s.getIdleClosed() ? Owner.RESOLVED : s.getOwner();
        return of(owner, kind);
    }

    static Move of(Owner owner, Kind kind) {
        return switch (kind) {
            //                        assistant waiting   human     resolved               closed
            case STARTED -> pick(owner, WEIGH, NOTE, NOTE, NOTE, KEEP_OUT);
            case JOURNEY, CONSENT -> pick(owner, WEIGH, NOTE, NOTE, NOTE, NOTE);
            case MESSAGE -> pick(owner, WEIGH, NOTE, NOTE, GO_ON_UNLESS_FAREWELL, KEEP_OUT);
            case REQUEST -> pick(owner, WEIGH, NOTE, NOTE, GO_ON, KEEP_OUT);
            case REPLY, DRAFT -> pick(owner, WEIGH, NOTE, NOTE, NOTE, KEEP_OUT);
            case BY_HAND -> pick(owner, TAKE, TAKE, NOTE, NOTE, KEEP_OUT);
            case DRAFT_SENT -> pick(owner, NOTE, TAKE, NOTE, NOTE, KEEP_OUT);
            case JOINED -> pick(owner, TAKE, TAKE, NOTE, TAKE, KEEP_OUT);
            case RETURNED -> pick(owner, NOTE, RENEW, RENEW, RENEW, KEEP_OUT);
            case ISSUED -> STAND_BY;
            case UPDATED -> FOLLOW;
            case RESOLVED -> pick(owner, RESOLVE, RESOLVE, RESOLVE, RESOLVE, KEEP_OUT);
            case REOPENED -> pick(owner, NOTE, NOTE, NOTE, RENEW, RENEW);
            case CLOSED -> pick(owner, CLOSE, CLOSE, CLOSE, CLOSE, KEEP_OUT);
            case AFTERWARDS, OTHER, TICK -> NOTE;
        };
    }

    private static Move pick(Owner owner, Move assistant, Move waiting, Move human, Move resolved, Move closed) {
        return switch (owner) {
            case ASSISTANT, ASSISTANT_REVIEWED -> assistant;
            case WAITING_FOR_HUMAN -> waiting;
            case HUMAN -> human;
            case RESOLVED -> resolved;
            case CLOSED -> closed;
        };
    }
}
