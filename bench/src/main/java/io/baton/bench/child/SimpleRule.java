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

/** The rule of {@link Idiomatic}: a human is asked for, or two bad messages, or one after an unsure answer. */
final class SimpleRule {

    private static final double BAD_MOOD = -0.5;
    private static final double UNSURE = 0.5;
    private static final int TWICE = 2;
    private static final List<String> ASKING =
            List.of("to a human", "with a human", "to a person", "real person", "to an agent");
    private static final List<String> ANGRY = List.of(
            "furious", "angry", "ridiculous", "unacceptable", "useless", "complaint", "terrible", "fed up", "worst");

    private SimpleRule() {}

    /** The state after an event, or null where nothing is left to keep. */
    static @Nullable ConversationSoFar after(ConversationSoFar before, ConversationEvent event) {
        ConversationSoFar now = before;
        now.setJustEscalated(false);
        if (event.getData() instanceof ConversationStarted started) {
            now = ConversationSoFar.newBuilder().build();
            now.setConversationId(event.getConversationId());
            now.setCategory(started.getCategory() == null ? "other" : started.getCategory());
        } else if (event.getData() instanceof CustomerMessage message) {
            said(now, event, "customer", message.getText());
            heard(now, message);
        } else if (event.getData() instanceof AssistantReply reply) {
            said(now, event, "assistant", reply.getText());
            if (reply.getConfidence() != null && reply.getConfidence() < UNSURE) {
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
        String text = message.getText().toLowerCase(Locale.ROOT);
        boolean bad = message.getSentiment() == null ? says(text, ANGRY) : message.getSentiment() < BAD_MOOD;
        if (bad) {
            now.setNegativeTurns(now.getNegativeTurns() + 1);
        }
        if (now.getEscalations() > 0) {
            return;
        }
        if (says(text, ASKING)) {
            escalate(now, "human requested");
        } else if (now.getNegativeTurns() >= TWICE || (bad && now.getPoorAnswers() > 0)) {
            escalate(now, "bad mood");
        }
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
