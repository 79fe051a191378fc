// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an instance keeps of a customer.
 *
 * @param journey null where nothing is kept
 */
public record CustomerState(@Nullable CustomerJourney journey, List<Conversation> conversations) {

    /** A conversation, decoded when it is asked for. The caller owns what it gets. */
    public interface Conversation {

        String id();

        ConversationState state();

        /** Accepted events in event order. */
        List<AcceptedEvent> journal();
    }

    /** The conversation of this id. */
    public Optional<Conversation> find(String conversationId) {
        return conversations.stream()
                .filter(one -> one.id().equals(conversationId))
                .findFirst();
    }

    /** Whether nothing at all is kept. */
    public boolean isEmpty() {
        return journey == null && conversations.isEmpty();
    }
}
