// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the events of a conversation happened, whatever the order in which they arrive: by time, then by
 * rank of their kind, then by source and id. A total order: only the same event twice is equal.
 */
public final class EventOrder implements Comparator<AcceptedEvent> {

    /** How many fingerprints a conversation keeps. An older duplicate is late by its position and found in the journal. */
    static final int REMEMBERED = 16;

    private static final long FNV_PRIME = 0x100000001b3L;

    private static final Comparator<AcceptedEvent> ORDER = Comparator.comparingLong(AcceptedEvent::getAt)
            .thenComparingInt(EventOrder::rank)
            .thenComparing(AcceptedEvent::getSource)
            .thenComparingInt(event -> event.getEventId().length())
            .thenComparing(AcceptedEvent::getEventId);

    @Override
    public int compare(AcceptedEvent a, AcceptedEvent b) {
        return ORDER.compare(a, b);
    }

    /**
     * How the event stands to what the conversation has seen. An event level with the last one counts as late: state
     * does not keep which of the two comes first, the journal does.
     */
    public static Arrival arrival(@Nullable ConversationState s, AcceptedEvent e) {
        return arrival(s, e, fingerprint(e));
    }

    /** @param fingerprint of the event */
    public static Arrival arrival(@Nullable ConversationState s, AcceptedEvent e, long fingerprint) {
        if (s == null) {
            return Arrival.NEXT;
        }
        if (remembered(s, fingerprint)) {
            return Arrival.SEEN;
        }
        boolean after = e.getAt() != s.getLastAt() ? e.getAt() > s.getLastAt() : rank(e) > s.getLastRank();
        return after ? Arrival.NEXT : Arrival.LATE;
    }

    /** Rank among events of the same millisecond, 0 to 9. */
    public static int rank(AcceptedEvent e) {
        return Kind.of(e).rank();
    }

    /** {@link #fingerprint(String, String)} of an event. A turn asks for it more than once, so whoever takes a turn keeps it. */
    public static long fingerprint(AcceptedEvent e) {
        return fingerprint(e.getSource(), e.getEventId());
    }

    /**
     * 64 bits of the identity of an event: FNV-1a, the length of the source in front so that no two pairs read alike,
     * then mixed. Two events of 16 collide about once in 10^17 conversations.
     */
    public static long fingerprint(String source, String eventId) {
        long hash = 0xcbf29ce484222325L ^ length(source);
        hash = fnv(hash, source);
        hash = fnv(hash, eventId);
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /**
     * Adds the event to the last few, and forgets the oldest where there are more than {@value #REMEMBERED}. The state owns the bytes
     * they stand in: where these have room for one more, it is written there.
     */
    static void remember(ConversationState s, long fingerprint) {
        ByteBuffer recent = s.getRecent();
        int from = Math.max(recent.position(), recent.limit() - (REMEMBERED - 1) * Long.BYTES);
        int kept = recent.limit() - from;
        if (recent.isReadOnly() || recent.capacity() < kept + Long.BYTES) {
            s.setRecent(ByteBuffer.allocate(kept + Long.BYTES).put(0, recent, from, kept));
        } else if (from > 0) {
            recent.put(0, recent, from, kept).position(0);
        }
        s.getRecent().limit(kept + Long.BYTES).putLong(kept, fingerprint);
    }

    private static boolean remembered(ConversationState s, long fingerprint) {
        ByteBuffer recent = s.getRecent();
        for (int i = recent.position(); i + Long.BYTES <= recent.limit(); i += Long.BYTES) {
            if (recent.getLong(i) == fingerprint) {
                return true;
            }
        }
        return false;
    }

    /** Bytes in UTF-8. */
    private static int length(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }

    /** Over the bytes of UTF-8, which for nearly all ids are their characters. */
    private static long fnv(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                return fnv(hash, text.getBytes(StandardCharsets.UTF_8));
            }
            mixed = (mixed ^ c) * FNV_PRIME;
        }
        return mixed;
    }

    private static long fnv(long hash, byte[] bytes) {
        long mixed = hash;
        for (byte b : bytes) {
            mixed = (mixed ^ (b & 0xff)) * FNV_PRIME;
        }
        return mixed;
    }
}
