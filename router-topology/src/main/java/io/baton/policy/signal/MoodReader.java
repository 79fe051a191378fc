// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.event.CustomerMessage;
import io.baton.state.ConversationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the customer of a conversation feels. Knows nothing later than the message; what it must remember it keeps in the
 * text course of the state, of which it reads and changes nothing else. Thread-safe.
 */
public interface MoodReader {

    /**
     * Takes in a message of the customer.
     *
     * @param words what the words of the message alone tell
     * @return sentiment, -1 to 1: the platform's where it gives one
     */
    double customerSaid(ConversationState s, CustomerMessage message, TextFeatures words);

    /** Takes in a message of the other side, machine or human. */
    void replied(ConversationState s, String maskedText);

    /** A conversation that is folded anew is read by whom it was read before. */
    void resume(ConversationState before, ConversationState anew);

    /** Name, version and hash of the model that has read the conversation last; null = none has. */
    @Nullable
    String model(ConversationState s);

    /** What spoke most in the last message of the customer, strongest first, never words of it; empty where no model read it. */
    List<String> because(ConversationState s);
}
