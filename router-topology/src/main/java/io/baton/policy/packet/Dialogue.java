// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.ReplyCorrected;
import io.baton.event.Speaker;
import io.baton.policy.privacy.PlaceholderNumbers;
import io.baton.state.AcceptedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it is told to an agent: what was said, in order, numbered from 1, with placeholders numbered alike for
 * equal values.
 *
 * @param lines what was said, oldest first
 * @param corrected ids of replies that an agent marked as wrong
 * @param sent ids of drafts that an agent sent
 * @param askedAt when the customer last asked for a human by other means than a message; 0 = never
 */
record Dialogue(List<Line> lines, Set<String> corrected, Set<String> sent, long askedAt) {

    /**
     * One turn.
     *
     * @param fact the event it comes from
     */
    record Line(int turn, long at, Speaker speaker, String text, String eventId, Object fact) {

        boolean draft() {
            return fact instanceof AssistantReply reply && Boolean.TRUE.equals(reply.getDraft());
        }

        @Nullable
        CustomerMessage message() {
            return fact instanceof CustomerMessage message ? message : null;
        }

        @Nullable
        AssistantReply reply() {
            return fact instanceof AssistantReply reply ? reply : null;
        }
    }

    static Dialogue of(List<AcceptedEvent> journal) {
        Dialogue told = new Dialogue(new ArrayList<>(), new HashSet<>(), new HashSet<>(), 0);
        PlaceholderNumbers numbers = new PlaceholderNumbers();
        long askedAt = 0;
        for (AcceptedEvent event : journal) {
            if (!(event.getFact() instanceof ConversationEvent fact)) {
                continue;
            }
            Object data = fact.getData();
            if (data instanceof CustomerMessage message) {
                told.say(event, Speaker.CUSTOMER, message.getText(), data, numbers);
            } else if (data instanceof AssistantReply reply) {
                told.say(event, Speaker.ASSISTANT, reply.getText(), data, numbers);
            } else if (data instanceof AgentMessage message) {
                told.say(event, Speaker.AGENT, message.getText(), data, numbers);
                told.send(message);
            } else if (data instanceof ReplyCorrected correction) {
                told.corrected.add(correction.getReplyId());
            } else if (data instanceof HumanRequested) {
                askedAt = event.getAt();
            }
        }
        return new Dialogue(told.lines, told.corrected, told.sent, askedAt);
    }

    /** What the customer said since {@code from}, or in the whole conversation where that is nothing. */
    List<Line> customerSince(long from) {
        List<Line> all = lines.stream()
                .filter(line -> line.speaker() == Speaker.CUSTOMER)
                .toList();
        List<Line> since = all.stream().filter(line -> line.at() >= from).toList();
        return since.isEmpty() ? all : since;
    }

    private void say(AcceptedEvent event, Speaker speaker, String text, Object fact, PlaceholderNumbers numbers) {
        String numbered = numbers.apply(text, event.getPlaceholders());
        lines.add(new Line(lines.size() + 1, event.getAt(), speaker, numbered, event.getEventId(), fact));
    }

    private void send(AgentMessage message) {
        if (message.getBasedOnDraft() != null) {
            sent.add(message.getBasedOnDraft());
        }
    }
}
