// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** One conversation of a story, told line by line. */
public final class Conversation {

    private final Story story;
    private final String id;
    private final String customer;

    Conversation(Story story, String id, String customer) {
        this.story = story;
        this.id = id;
        this.customer = customer;
    }

    public Conversation starts(String category) {
        return tell("conversation.started", Map.of("channel", "chat", "category", category));
    }

    public Conversation starts(Map<String, ?> data) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("channel", "chat"));
        all.putAll(data);
        return tell("conversation.started", all);
    }

    public Conversation customerSays(String text) {
        return tell("conversation.customer-message", Map.of("text", text));
    }

    public Conversation customerSays(String text, double sentiment) {
        return tell("conversation.customer-message", Map.of("text", text, "sentiment", sentiment));
    }

    public Conversation assistantSays(String text, double confidence) {
        return tell("conversation.assistant-reply", Map.of("text", text, "confidence", confidence));
    }

    public Conversation assistantAsksAgain(String text) {
        return tell("conversation.assistant-reply", Map.of("text", text, "confidence", 0.9, "clarification", true));
    }

    public Conversation assistantDrafts(String text, double confidence) {
        return tell("conversation.assistant-reply", Map.of("text", text, "confidence", confidence, "draft", true));
    }

    public Conversation asksForHuman() {
        return tell("conversation.human-requested", Map.of("via", "button"));
    }

    public Conversation agentJoins(String agent) {
        return tell("conversation.agent-joined", Map.of("agentId", agent));
    }

    public Conversation agentSays(String agent, String text) {
        return tell("conversation.agent-message", Map.of("agentId", agent, "text", text));
    }

    public Conversation returnsToAutomation() {
        return tell("conversation.returned-to-automation", Map.of());
    }

    public Conversation isResolvedBy(String who) {
        return tell("conversation.resolved", Map.of("by", who));
    }

    public Conversation isReopened() {
        return tell("conversation.reopened", Map.of());
    }

    public Conversation isClosed(String reason) {
        return tell("conversation.closed", Map.of("reason", reason));
    }

    public Conversation surveyed(int csat) {
        return tell("conversation.survey-answered", Map.of("csat", csat));
    }

    /** Lets time pass before what is told next. */
    public Conversation after(long seconds) {
        story.after(seconds);
        return this;
    }

    public Conversation tell(String type, Map<String, ?> data) {
        story.send(story.topics.conversationEvents(), type, id, customer, data);
        story.after(1);
        return this;
    }
}
