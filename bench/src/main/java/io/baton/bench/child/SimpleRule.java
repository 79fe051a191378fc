// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import io.baton.bench.idiomatic.ConversationSoFar;
import io.baton.bench.idiomatic.SaidTurn;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rule of {@link Idiomatic}, and of whoever is held against it: a human is asked for, or two bad messages, or one after an
 * unsure answer.
 */
public final class SimpleRule {

    private static final double BAD_MOOD = -0.5;
    private static final double UNSURE = 0.5;
    private static final int TWICE = 2;
    private static final List<String> ASKING =
            List.of("to a human", "with a human", "to a person", "real person", "to an agent");
    private static final List<String> ANGRY = List.of(
            "furious", "angry", "ridiculous", "unacceptable", "useless", "complaint", "terrible", "fed up", "worst");

    private SimpleRule() {}

    /**
     * What a message of a customer leads to.
     *
     * @param bad whether it shows a bad mood
     * @param reason why a human is to take over now; null = nobody has to
     */
    public record Heard(boolean bad, @Nullable String reason) {}

    /** The state after an event, or null where nothing is left to keep. */
    public static @Nullable ConversationSoFar after(ConversationSoFar before, ConversationEvent event) {
        ConversationSoFar now = before;
        now.setJustEscalated(false);
        if (event.getData() instanceof ConversationStarted started) {
            now = ConversationSoFar.newBuilder().build();
            now.setConversationId(event.getConversationId());
            now.setCategory(category(started));
        } else if (event.getData() instanceof CustomerMessage message) {
            said(now, event, "customer", message.getText());
            heard(now, message);
        } else if (event.getData() instanceof AssistantReply reply) {
            said(now, event, "assistant", reply.getText());
            if (isUnsure(reply)) {
                now.setPoorAnswers(now.getPoorAnswers() + 1);
            }
        } else if (event.getData() instanceof AgentMessage message) {
            said(now, event, "agent", message.getText());
        } else if (event.getData() instanceof ConversationClosed) {
            return null;
        }
        return now;
    }

    private static void said(ConversationSoFar now, ConversationEvent event, String speaker, String text) {
        List<SaidTurn> transcript = new ArrayList<>(now.getTranscript());
        transcript.add(new SaidTurn(event.getTime(), speaker, text));
        now.setTranscript(transcript);
    }

    private static void heard(ConversationSoFar now, CustomerMessage message) {
        now.setCustomerTurns(now.getCustomerTurns() + 1);
        Heard heard = hear(message, now.getNegativeTurns(), now.getPoorAnswers(), now.getEscalations());
        if (heard.bad()) {
            now.setNegativeTurns(now.getNegativeTurns() + 1);
        }
        if (heard.reason() != null) {
            escalate(now, heard.reason());
        }
    }

    /**
     * Judges a message of a customer.
     *
     * @param negativeTurns messages with a bad mood before it
     * @param poorAnswers unsure answers before it
     * @param escalations how often the conversation was handed over before it
     */
    public static Heard hear(CustomerMessage message, int negativeTurns, int poorAnswers, int escalations) {
        String text = message.getText().toLowerCase(Locale.ROOT);
        boolean bad = message.getSentiment() == null ? says(text, ANGRY) : message.getSentiment() < BAD_MOOD;
        if (escalations > 0) {
            return new Heard(bad, null);
        } else if (says(text, ASKING)) {
            return new Heard(bad, "human requested");
        }
        boolean enough = negativeTurns + (bad ? 1 : 0) >= TWICE || (bad && poorAnswers > 0);
        return new Heard(bad, enough ? "bad mood" : null);
    }

    /** Whether the assistant was not sure of an answer. */
    public static boolean isUnsure(AssistantReply reply) {
        return reply.getConfidence() != null && reply.getConfidence() < UNSURE;
    }

    /** The category that turns of a conversation are counted in. */
    public static String category(ConversationStarted started) {
        return started.getCategory() == null ? "other" : started.getCategory();
    }

    private static boolean says(String text, List<String> phrases) {
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static void escalate(ConversationSoFar now, String reason) {
        now.setEscalations(now.getEscalations() + 1);
        now.setJustEscalated(true);
        now.setReason(reason);
    }
}
