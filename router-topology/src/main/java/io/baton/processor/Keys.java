// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores, laid out so that a range read gives what belongs together, in order.
 *
 * <p>A conversation is {@code customer 0x00 conversation}; one entry of its transcript adds {@code 0x00}, the event
 * time, the rank and the fingerprint of the event, so that the same event always has the same key. Intake refuses ids
 * with control characters, hence 0x00 separates.
 */
final class Keys {

    private static final byte SEPARATOR = 0;

    private Keys() {}

    static Bytes conversation(String customerId, String conversationId) {
        return Bytes.wrap(join(customerId, conversationId, 0).array());
    }

    static Bytes entry(AcceptedEvent event) {
        ByteBuffer key = join(event.getCustomerId(), event.getConversationId(), 18);
        key.put(SEPARATOR)
                .putLong(event.getAt())
                .put((byte) EventOrder.rank(event))
                .putLong(EventOrder.fingerprint(event.getSource(), event.getEventId()));
        return Bytes.wrap(key.array());
    }

    /** First key that an entry of the transcript can have. */
    static Bytes firstEntry(String customerId, String conversationId) {
        return Bytes.wrap(join(customerId, conversationId, 1).array());
    }

    /** A key behind every entry of the transcript: a separator would be 0x00. */
    static Bytes afterEntries(String customerId, String conversationId) {
        ByteBuffer key = join(customerId, conversationId, 1);
        key.put((byte) 1);
        return Bytes.wrap(key.array());
    }

    /** First key of anything that belongs to a customer. */
    static Bytes firstOf(String customerId) {
        return boundary(customerId, (byte) 0);
    }

    /** A key behind everything that belongs to a customer. */
    static Bytes afterAllOf(String customerId) {
        return boundary(customerId, (byte) 1);
    }

    static Bytes timer(long due, Bytes conversation) {
        return Bytes.wrap(ByteBuffer.allocate(8 + conversation.get().length)
                .putLong(due)
                .put(conversation.get())
                .array());
    }

    static long due(Bytes timer) {
        return ByteBuffer.wrap(timer.get()).getLong();
    }

    static Bytes conversationOf(Bytes timer) {
        byte[] key = timer.get();
        byte[] conversation = new byte[key.length - 8];
        System.arraycopy(key, 8, conversation, 0, conversation.length);
        return Bytes.wrap(conversation);
    }

    private static Bytes boundary(String customerId, byte last) {
        byte[] customer = customerId.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(customer.length + 1)
                .put(customer)
                .put(last)
                .array());
    }

    private static ByteBuffer join(String customerId, String conversationId, int more) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] conversation = conversationId.getBytes(UTF_8);
        return ByteBuffer.allocate(customer.length + 1 + conversation.length + more)
                .put(customer)
                .put(SEPARATOR)
                .put(conversation);
    }
}
