// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.EscalationReviewed;
import io.baton.event.HumanRequested;
import io.baton.event.ProductSignalReported;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.ReturnedToAutomation;
import io.baton.event.SurveyAnswered;
import io.baton.state.AcceptedEvent;
import io.baton.state.AccountMoved;
import io.baton.state.ClockTicked;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import io.baton.state.JourneyChanged;
import java.util.Map;

/**
 * What kind of fact an event is to the state machine, and its rank among facts of the same millisecond.
 *
 * <p>The rank follows cause and effect: a conversation starts before it is written in, an answer follows a question, and
 * closing comes last. It is written to state: ranks may not change.
 */
enum Kind {
    STARTED(0),
    JOURNEY(1),
    CONSENT(1),
    MESSAGE(2),
    REQUEST(2),
    /** The assistant has answered the customer itself. */
    REPLY(3),
    /** The assistant has written what a human must send. */
    DRAFT(3),
    /** An agent wrote by hand. */
    BY_HAND(3),
    /** An agent sent what the assistant had drafted. */
    DRAFT_SENT(3),
    JOINED(3),
    RETURNED(3),
    ISSUED(4),
    RESOLVED(5),
    REOPENED(6),
    CLOSED(7),
    /** Surveys, reviews, corrections, and what the account did later. */
    AFTERWARDS(8),
    /** The packet of an escalation has left again, changed. */
    UPDATED(8),
    /** A fact about the customer that other chapters read, or the end of everything known about them. */
    OTHER(8),
    TICK(9);

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(ConversationStarted.class, STARTED),
            Map.entry(JourneyChanged.class, JOURNEY),
            Map.entry(CustomerProfileUpdated.class, JOURNEY),
            Map.entry(ProductSignalReported.class, JOURNEY),
            Map.entry(ConsentChanged.class, CONSENT),
            Map.entry(HumanRequested.class, REQUEST),
            Map.entry(AgentJoined.class, JOINED),
            Map.entry(ReturnedToAutomation.class, RETURNED),
            Map.entry(EscalationIssued.class, ISSUED),
            Map.entry(HandoverUpdated.class, UPDATED),
            Map.entry(ConversationResolved.class, RESOLVED),
            Map.entry(ConversationReopened.class, REOPENED),
            Map.entry(ConversationClosed.class, CLOSED),
            Map.entry(SurveyAnswered.class, AFTERWARDS),
            Map.entry(ReplyCorrected.class, AFTERWARDS),
            Map.entry(EscalationReviewed.class, AFTERWARDS),
            Map.entry(QaReviewed.class, AFTERWARDS),
            Map.entry(AccountMoved.class, AFTERWARDS),
            Map.entry(ClockTicked.class, TICK));

    private final int rank;

    Kind(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    static Kind of(AcceptedEvent event) {
        Object data = data(event);
        if (data instanceof CustomerMessage) {
            return MESSAGE;
        }
        if (data instanceof AssistantReply reply) {
            return Boolean.TRUE.equals(reply.getDraft()) ? DRAFT : REPLY;
        }
        if (data instanceof AgentMessage message) {
            return message.getBasedOnDraft() == null ? BY_HAND : DRAFT_SENT;
        }
        return KINDS.getOrDefault(data.getClass(), OTHER);
    }

    /** The fact itself: what a conversation event carries, or the fact that is not one. */
    static Object data(AcceptedEvent event) {
        return event.getFact() instanceof ConversationEvent conversation ? conversation.getData() : event.getFact();
    }
}
