// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.ReturnedToAutomation;
import io.baton.policy.calendar.BusinessTime;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.state.EscalationIssued;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose time it was, from events alone: the assistant's from the beginning, the queue's from an escalation, the human's from
 * the moment an agent takes it until it is resolved, closed or given back; between an end and what follows it nobody's.
 */
final class HolderClock {

    private enum Holder {
        NOBODY,
        ASSISTANT,
        QUEUE,
        HUMAN
    }

    private final @Nullable CalendarRule calendar;
    private Holder holder = Holder.ASSISTANT;
    private long since;
    private long assistant;
    private long queue;
    private long human;
    private long queueOpen;
    private long humanOpen;

    HolderClock(long startedAt, @Nullable CalendarRule calendar) {
        this.since = startedAt;
        this.calendar = calendar;
    }

    void take(Object data, long at) {
        boolean talk = data instanceof CustomerMessage || data instanceof AssistantReply;
        if (talk && holder == Holder.ASSISTANT) {
            return; // most of a conversation
        }
        Holder next = next(data);
        if (next != holder) {
            pass(at);
            holder = next;
            since = at;
        }
    }

    private Holder next(Object data) {
        boolean ends = data instanceof ConversationResolved || data instanceof ConversationClosed;
        if (ends) {
            return Holder.NOBODY;
        }
        boolean given = data instanceof ReturnedToAutomation && holder != Holder.ASSISTANT;
        boolean joined = data instanceof AgentJoined;
        return switch (holder) {
            case NOBODY -> joined ? Holder.HUMAN : given || goesOn(data) ? Holder.ASSISTANT : holder;
            case ASSISTANT -> joined || byHand(data) ? Holder.HUMAN : issued(data) ? Holder.QUEUE : holder;
            case QUEUE -> joined || data instanceof AgentMessage ? Holder.HUMAN : given ? Holder.ASSISTANT : holder;
            case HUMAN -> given ? Holder.ASSISTANT : holder;
        };
    }

    private static boolean goesOn(Object data) {
        return data instanceof ConversationReopened
                || data instanceof CustomerMessage
                || data instanceof HumanRequested;
    }

    private static boolean issued(Object data) {
        return data instanceof EscalationIssued;
    }

    private static boolean byHand(Object data) {
        return data instanceof AgentMessage message && message.getBasedOnDraft() == null;
    }

    private void pass(long until) {
        long took = Math.max(0, until - since);
        switch (holder) {
            case ASSISTANT -> assistant += took;
            case QUEUE -> {
                queue += took;
                queueOpen += open(until);
            }
            case HUMAN -> {
                human += took;
                humanOpen += open(until);
            }
            case NOBODY -> {}
        }
    }

    private long open(long until) {
        return calendar == null
                ? Math.max(0, until - since)
                : BusinessTime.between(calendar, Instant.ofEpochMilli(since), Instant.ofEpochMilli(until))
                        .toMillis();
    }

    Course.Clocks until(long end) {
        if (end > 0) {
            pass(end);
            since = end;
        }
        return new Course.Clocks(assistant, queue, human, queueOpen, humanOpen);
    }
}
