// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation remembers: its state, and its transcript of accepted events. Narrow on purpose, because more than
 * one layout of the data serves it.
 *
 * <p>Encoding is a step of its own that comes before any write, so that a value that cannot be encoded fails while
 * nothing has been written.
 */
interface ConversationStore {

    /** The state, or null where the conversation is not known; the caller owns what it gets. */
    @Nullable
    ConversationState load(String customerId, String conversationId);

    /** The same by the key of a timer. */
    @Nullable
    ConversationState load(Bytes conversation);

    /** The accepted events in event order. */
    List<AcceptedEvent> transcript(String customerId, String conversationId);

    /** Encodes a state and the events to append; writes nothing. */
    Encoded encode(ConversationState state, List<AcceptedEvent> appended);

    /** Writes what was encoded. */
    void save(Encoded encoded);

    /** Keys of all conversations that are kept. */
    List<Bytes> keys();

    /** Deletes a conversation and its transcript. */
    void forget(String customerId, String conversationId);

    /** Deletes all conversations of a customer; returns their states as they were. */
    List<ConversationState> forgetAll(String customerId);

    /** A state and transcript entries, ready to be written by the store that encoded them. */
    interface Encoded {}
}
