// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a model keeps in the state of a conversation: which model it is, what spoke most in the last message of the customer, and the
 * course so far.
 *
 * @param model fingerprint of the model; the course means nothing to another one
 * @param strongest places of {@link Contributions}, strongest first; -1 = none
 * @param course null where the conversation is only about to begin
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Remembered(long model, short[] strongest, byte @Nullable [] course) {

    static final short[] NOTHING = new short[] {-1, -1, -1};

    private static final int HEAD = Long.BYTES + NOTHING.length * Short.BYTES;

    /** What a state holds; null where no model has read the conversation. */
    static @Nullable Remembered of(ConversationState s) {
        ByteBuffer stored = s.getTextCourse().duplicate();
        if (stored.remaining() < HEAD) {
            return null;
        }
        long model = stored.getLong();
        short[] strongest = new short[NOTHING.length];
        for (int i = 0; i < strongest.length; i++) {
            strongest[i] = stored.getShort();
        }
        byte[] course = new byte[stored.remaining()];
        stored.get(course);
        return new Remembered(model, strongest, course.length == 0 ? null : course);
    }

    void keepIn(ConversationState s) {
        ByteBuffer stored = ByteBuffer.allocate(HEAD + (course == null ? 0 : course.length));
        stored.putLong(model);
        for (short place : strongest) {
            stored.putShort(place);
        }
        if (course != null) {
            stored.put(course);
        }
        s.setTextCourse(stored.flip());
    }
}
