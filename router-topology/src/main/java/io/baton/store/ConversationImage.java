// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * The state of a conversation as bytes, without the two ids it is kept under. What goes in comes out equal.
 *
 * <p>Every field of fixed width has its place, see {@link Layout}: a turn changes few bytes, and {@link Delta} says which.
 */
public final class ConversationImage {

    private ConversationImage() {}

    /**
     * @param before an earlier image of the same conversation, after which the new one is modelled so that the two differ
     *     in few bytes; whatever it is, it changes nothing of what {@link #decode} gives back
     */
    public static byte[] encode(ConversationState s, byte @Nullable [] before) {
        Draft draft = Draft.begin(before);
        StatePart.write(draft, s);
        return draft.finish(s.getTimerAt());
    }

    /** The state; the caller owns it. Throws {@link IllegalArgumentException} for bytes that are no image. */
    public static ConversationState decode(String customerId, String conversationId, byte[] image) {
        try {
            ConversationState s = StatePart.read(new Reading(image));
            s.setCustomerId(customerId);
            s.setConversationId(conversationId);
            s.setTimerAt(timerAt(image));
            return s;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a damaged image of a conversation", e);
        }
    }

    /** Due time of the conversation's timer, epoch milliseconds; 0 = none. */
    public static long timerAt(byte[] image) {
        return LittleEndian.getLong(image, Layout.TIMER_AT);
    }
}
