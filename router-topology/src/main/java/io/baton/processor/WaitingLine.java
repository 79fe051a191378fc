// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.policy.ownership.Handovers;
import io.baton.state.ConversationState;
import io.baton.state.Handover;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The conversations that wait for a human, by queue, then priority, then since when: the order in which they are told that
 * agents are back. Written only when one begins to wait, moves or is done with it.
 *
 * <p>A key is {@code queue 0x00 priority time conversation}. One that has overflowed stands in both lines.
 */
final class WaitingLine {

    private static final byte[] NOTHING = new byte[0];
    private static final int FIXED = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;

    WaitingLine(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Where a conversation stands; empty where nobody waits in it. */
    static Set<Bytes> places(ConversationState s) {
        Handover h = s.getHandover();
        if (h == null || !Handovers.waits(s)) {
            return Set.of();
        }
        Bytes conversation = Keys.conversation(s.getCustomerId(), s.getConversationId());
        Set<Bytes> places = new TreeSet<>();
        places.add(place(h.getQueue(), h, conversation));
        places.add(place(h.getFirstQueue(), h, conversation));
        return places;
    }

    void move(Set<Bytes> before, Set<Bytes> after) {
        for (Bytes place : before) {
            if (!after.contains(place)) {
                store.delete(place);
            }
        }
        for (Bytes place : after) {
            if (!before.contains(place)) {
                store.put(place, NOTHING);
            }
        }
    }

    /** The conversations in the line of a queue, first in line first. */
    List<Bytes> waiting(String queue) {
        byte[] name = queue.getBytes(UTF_8);
        List<Bytes> conversations = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(edge(name, (byte) 0), edge(name, (byte) 1))) {
            range.forEachRemaining(entry -> {
                byte[] key = entry.key.get();
                int from = name.length + 1 + FIXED;
                byte[] conversation = new byte[key.length - from];
                System.arraycopy(key, from, conversation, 0, conversation.length);
                conversations.add(Bytes.wrap(conversation));
            });
        }
        return conversations;
    }

    private static Bytes place(String queue, Handover h, Bytes conversation) {
        byte[] name = queue.getBytes(UTF_8);
        byte[] key = conversation.get();
        return Bytes.wrap(ByteBuffer.allocate(name.length + 1 + FIXED + key.length)
                .put(name)
                .put((byte) 0)
                .put((byte) h.getPriority())
                .putLong(h.getAt())
                .put(key)
                .array());
    }

    private static Bytes edge(byte[] name, byte end) {
        return Bytes.wrap(
                ByteBuffer.allocate(name.length + 1).put(name).put(end).array());
    }
}
