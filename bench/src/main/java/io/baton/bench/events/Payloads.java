// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import io.baton.bench.events.Story.Step;
import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What an event of a story carries. */
record Payloads(Flavour flavour) {

    /** What is said or happens at a step. */
    Object of(Step step, Story story, SplittableRandom random) {
        return switch (step) {
            case STARTED -> started(story);
            case QUESTION -> message(Sentences.calm(random), random.nextDouble(-0.1, 0.6), story, random);
            case ANGER -> message(Sentences.angry(random), random.nextDouble(-0.95, -0.6), story, random);
            case ASK -> message(Sentences.asksForHuman(random), random.nextDouble(-0.3, 0.1), story, random);
            case ANSWER -> reply(Sentences.answer(random), random.nextDouble(0.91, 0.99));
            case POOR_ANSWER -> reply(Sentences.answer(random), random.nextDouble(0.3, 0.7));
            case AGENT_JOINED -> joined(random);
            case AGENT_MESSAGE -> agent(Sentences.answer(random));
            case RESOLVED -> resolved(story);
            case CLOSED -> closed(story);
        };
    }

    private static ConversationStarted started(Story story) {
        ConversationStarted started = new ConversationStarted();
        started.setChannel("chat");
        started.setCategory(story.category());
        started.setLanguage("en");
        started.setPage("/help/" + story.category());
        started.setAutomationConsent(true);
        return started;
    }

    private CustomerMessage message(String text, double sentiment, Story story, SplittableRandom random) {
        CustomerMessage message = new CustomerMessage();
        message.setText(text);
        if (flavour == Flavour.GIVEN) {
            message.setSentiment(sentiment);
            message.setIntent(story.category());
            message.setIntentConfidence(random.nextDouble(0.75, 0.99));
        }
        return message;
    }

    private AssistantReply reply(String text, double confidence) {
        AssistantReply reply = new AssistantReply();
        reply.setText(text);
        reply.setArticles(new ArrayList<>(List.of("kb-" + text.length())));
        reply.setModel("assistant-4");
        if (flavour == Flavour.GIVEN) {
            reply.setConfidence(confidence);
        }
        return reply;
    }

    private static AgentJoined joined(SplittableRandom random) {
        AgentJoined joined = new AgentJoined();
        joined.setAgentId("agent-" + random.nextInt(200));
        joined.setQueue("standard");
        return joined;
    }

    private static AgentMessage agent(String text) {
        AgentMessage message = new AgentMessage();
        message.setAgentId("agent-1");
        message.setText(text);
        return message;
    }

    private static ConversationResolved resolved(Story story) {
        ConversationResolved resolved = new ConversationResolved();
        resolved.setBy(story.handedOver() ? Resolver.AGENT : Resolver.ASSISTANT);
        resolved.setResolution("answered");
        return resolved;
    }

    private static ConversationClosed closed(Story story) {
        ConversationClosed closed = new ConversationClosed();
        closed.setReason(story.kind() == Story.Kind.ABANDONED ? "abandoned" : "resolved");
        return closed;
    }
}
