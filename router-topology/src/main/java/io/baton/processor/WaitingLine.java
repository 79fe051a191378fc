// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.names.Stores;
import io.baton.packed.PackedStore;
import io.baton.policy.ownership.Handovers;
import io.baton.state.ConversationState;
import io.baton.state.Handover;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that wait for a human, by queue, then priority, then since when: the order in which they are told that
 * agents are back. Written only when one begins to wait, moves or is done with it.
 *
 * <p>A key is {@code queue 0x00 priority time conversation}. One that has overflowed stands in both lines.
 */
public final class WaitingLine {

    private static final byte[] NOTHING = new byte[0];
    private static final int FIXED = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final @Nullable PackedStore packed;

    private WaitingLine(KeyValueStore<Bytes, byte[]> store, @Nullable PackedStore packed) {
        this.store = store;
        this.packed = packed;
    }

    /** In a store that has a changelog of its own. */
    static WaitingLine logged(KeyValueStore<Bytes, byte[]> store) {
        return new WaitingLine(store, null);
    }

    /**
     * In a store without a changelog, whose places are rows of the packed one as well. A task that was a standby meanwhile finds in it
     * what it left there: what is no row any more goes.
     *
     * @param packed of the task, read back
     */
    static WaitingLine packed(KeyValueStore<Bytes, byte[]> store, PackedStore packed) {
        Map<Bytes, byte[]> rows = packed.rows(Stores.WAITING);
        List<Bytes> left = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> left.add(entry.key));
        }
        left.removeAll(rows.keySet());
        left.forEach(store::delete);
        rows.forEach(store::put);
        return new WaitingLine(store, packed);
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
                set(place, null);
            }
        }
        for (Bytes place : after) {
            if (!before.contains(place)) {
                set(place, NOTHING);
            }
        }
    }

    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null deletes
    private void set(Bytes place, byte @Nullable [] value) {
        store.put(place, value);
        if (packed != null) {
            packed.row(Stores.WAITING, place, value);
        }
    }

    /** The conversations in the line of a queue, first in line first. */
    List<Bytes> waiting(String queue) {
        List<Bytes> conversations = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(first(queue), afterAll(queue))) {
            range.forEachRemaining(entry -> conversations.add(conversation(queue, entry.key)));
        }
        return conversations;
    }

    /** First key that a place in the line of a queue can have. */
    public static Bytes first(String queue) {
        return edge(queue.getBytes(UTF_8), (byte) 0);
    }

    /** A key behind all places in it. */
    public static Bytes afterAll(String queue) {
        return edge(queue.getBytes(UTF_8), (byte) 1);
    }

    /** Key of the conversation that has a place. */
    public static Bytes conversation(String queue, Bytes place) {
        byte[] key = place.get();
        return Bytes.wrap(Arrays.copyOfRange(key, fixed(queue) + FIXED, key.length));
    }

    /** Its priority there, 1 (first) to 5. */
    public static int priority(String queue, Bytes place) {
        return place.get()[fixed(queue)];
    }

    /** Since when it waits, epoch milliseconds. */
    public static long since(String queue, Bytes place) {
        return ByteBuffer.wrap(place.get()).getLong(fixed(queue) + 1);
    }

    /** Where in a key what follows the name of the queue begins. */
    private static int fixed(String queue) {
        return queue.getBytes(UTF_8).length + 1;
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
