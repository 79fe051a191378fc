// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.CustomerMessage;
import io.baton.event.SentimentPoint;
import io.baton.policy.packet.Dialogue.Line;
import io.baton.policy.signal.MoodReader;
import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the customer felt message by message: the journal is read once more by whom it was read before. */
final class SentimentTrail {

    private SentimentTrail() {}

    /** A point for each message of the customer among the latest turns, as many as a transcript has. */
    static List<SentimentPoint> of(Case c, MoodReader moods) {
        // Readers know nothing of a conversation but its text course, so no copy of the rest is needed.
        ConversationState anew = new ConversationState();
        anew.setTextCourse(ByteBuffer.allocate(0));
        moods.resume(c.state(), anew);
        List<Line> lines = c.dialogue().lines();
        List<SentimentPoint> trail = new ArrayList<>();
        for (Line line : lines.subList(Math.max(0, lines.size() - Transcript.MAX_TURNS), lines.size())) {
            CustomerMessage message = line.message();
            if (message != null) {
                trail.add(
                        point(line, moods.customerSaid(anew, message, c.scorer().score(message.getText()))));
            } else if (line.fact() instanceof AssistantReply reply) {
                moods.replied(anew, reply.getText());
            } else if (line.fact() instanceof AgentMessage said) {
                moods.replied(anew, said.getText());
            }
        }
        return trail;
    }

    private static SentimentPoint point(Line line, double sentiment) {
        return SentimentPoint.newBuilder()
                .setTurn(line.turn())
                .setAt(Instant.ofEpochMilli(line.at()))
                .setSentiment(Math.round(100 * Math.max(-1, Math.min(1, sentiment))) / 100.0)
                .build();
    }
}
