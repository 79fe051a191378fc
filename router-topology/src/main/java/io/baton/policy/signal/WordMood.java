// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.event.CustomerMessage;
import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a mood from the words of the message alone, and remembers nothing. */
public final class WordMood implements MoodReader {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    @Override
    public double customerSaid(ConversationState s, CustomerMessage message, TextFeatures words) {
        forget(s);
        Double given = message.getSentiment();
        return given != null ? given : words.valence();
    }

    @Override
    public void replied(ConversationState s, String maskedText) {
        forget(s);
    }

    @Override
    public void resume(ConversationState before, ConversationState anew) {
        // there is nothing to go on with
    }

    @Override
    public @Nullable String model(ConversationState s) {
        return null;
    }

    @Override
    public List<String> because(ConversationState s) {
        return List.of();
    }

    /** What a model has kept has a gap from here on. */
    private static void forget(ConversationState s) {
        if (s.getTextCourse().hasRemaining()) {
            s.setTextCourse(NOTHING.duplicate());
        }
    }
}
