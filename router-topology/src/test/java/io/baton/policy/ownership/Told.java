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
import io.baton.event.HumanRequested;
import io.baton.event.Resolver;
import io.baton.event.ReturnedToAutomation;
import io.baton.event.SurveyAnswered;
import io.baton.state.AcceptedEvent;
import io.baton.state.CustomerSnapshot;
import io.baton.state.JourneyChanged;
import java.time.Instant;
import java.util.List;

/** Events of one conversation as tests tell them; a time is given in seconds since its start. */
final class Told {

    /** 2026-03-01T09:00:00Z. */
    static final long START = 1_772_355_600_000L;

    static final String CONVERSATION = "conv-1";
    static final String CUSTOMER = "cust-1";

    private int number;

    static CustomerSnapshot customer() {
        return CustomerSnapshot.newBuilder().setSegment("standard").build();
    }

    static CustomerSnapshot customer(String segment) {
        return CustomerSnapshot.newBuilder().setSegment(segment).build();
    }

    static long at(double seconds) {
        return START + Math.round(seconds * 1000);
    }

    AcceptedEvent started(double s) {
        return started(s, null);
    }

    AcceptedEvent started(double s, String category) {
        return started(s, category, null);
    }

    AcceptedEvent started(double s, String category, Boolean consent) {
        return event(
                s,
                ConversationStarted.newBuilder()
                        .setChannel("chat")
                        .setCategory(category)
                        .setAutomationConsent(consent)
                        .build());
    }

    AcceptedEvent says(double s, String text) {
        return says(s, text, null);
    }

    AcceptedEvent says(double s, String text, String category) {
        return message(s, text, category, null, null);
    }

    AcceptedEvent message(double s, String text, String category, Double sentiment, Double amount) {
        return event(
                s,
                CustomerMessage.newBuilder()
                        .setText(text)
                        .setCategory(category)
                        .setSentiment(sentiment)
                        .setAmount(amount)
                        .build());
    }

    AcceptedEvent requests(double s) {
        return event(s, new HumanRequested("button"));
    }

    AcceptedEvent replies(double s, String text) {
        return replies(s, text, 0.95);
    }

    AcceptedEvent replies(double s, String text, Double confidence) {
        return event(
                s,
                AssistantReply.newBuilder()
                        .setText(text)
                        .setConfidence(confidence)
                        .build());
    }

    AcceptedEvent asksAgain(double s) {
        return event(
                s,
                AssistantReply.newBuilder()
                        .setText("Could you tell me more about that?")
                        .setConfidence(0.9)
                        .setClarification(true)
                        .build());
    }

    AcceptedEvent joins(double s) {
        return event(s, new AgentJoined("agent-1", null));
    }

    AcceptedEvent writesByHand(double s) {
        return event(s, agentMessage(null));
    }

    AcceptedEvent sendsDraft(double s) {
        return event(s, agentMessage("e-draft"));
    }

    AcceptedEvent returns(double s) {
        return event(s, new ReturnedToAutomation("agent-1"));
    }

    AcceptedEvent resolved(double s, Resolver by) {
        return event(
                s,
                ConversationResolved.newBuilder()
                        .setBy(by)
                        .setAgentId(by == Resolver.AGENT ? "agent-1" : null)
                        .setResolution("fixed")
                        .build());
    }

    AcceptedEvent reopened(double s) {
        return event(s, new ConversationReopened((String) null));
    }

    AcceptedEvent closed(double s, String reason) {
        return event(s, new ConversationClosed(reason));
    }

    AcceptedEvent survey(double s, int csat) {
        return event(s, SurveyAnswered.newBuilder().setCsat(csat).build());
    }

    AcceptedEvent consents(double s, boolean automation) {
        return event(s, new ConsentChanged(automation));
    }

    AcceptedEvent journey(double s, CustomerSnapshot now) {
        return accepted(s, new JourneyChanged(now));
    }

    private static AgentMessage agentMessage(String basedOnDraft) {
        return AgentMessage.newBuilder()
                .setAgentId("agent-1")
                .setText("I am looking into it.")
                .setBasedOnDraft(basedOnDraft)
                .build();
    }

    private AcceptedEvent event(double s, Object data) {
        ConversationEvent event = ConversationEvent.newBuilder()
                .setId("e-" + (number + 1))
                .setSource("test")
                .setConversationId(CONVERSATION)
                .setCustomerId(CUSTOMER)
                .setTime(Instant.ofEpochMilli(at(s)))
                .setData(data)
                .build();
        return accepted(s, event);
    }

    private AcceptedEvent accepted(double s, Object fact) {
        return AcceptedEvent.newBuilder()
                .setCustomerId(CUSTOMER)
                .setConversationId(CONVERSATION)
                .setSource("test")
                .setEventId("e-" + ++number)
                .setAt(at(s))
                .setPlaceholders(List.of())
                .setFact(fact)
                .build();
    }
}
