// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the stores, laid out so that a range read gives what belongs together, in order.
 *
 * <p>A conversation is {@code customer 0x00 conversation}; one entry of its transcript adds {@code 0x00}, the event
 * time, the rank and the fingerprint of the event, so that the same event always has the same key. Intake refuses ids
 * with control characters, hence 0x00 separates. A timer is its due time and the key of what waits: a conversation, or the
 * bare customer for the journey.
 */
public final class Keys {

    private static final byte SEPARATOR = 0;

    private Keys() {}

    /** Where Java's default partitioner puts a customer; the contract of all customer-side topics. */
    public static int partition(String customerId, int partitions) {
        return partition(customerId.getBytes(UTF_8), partitions);
    }

    /**
     * The same for the customer of a record.
     *
     * @param key of the record, which says the customer as a rule; any other, and none, makes no difference
     */
    static int partition(byte @Nullable [] key, String customerId, int partitions) {
        return key != null && says(key, customerId) ? partition(key, partitions) : partition(customerId, partitions);
    }

    private static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** Whether a key is an id in ASCII, as nearly all ids are. */
    private static boolean says(byte[] key, String id) {
        if (key.length != id.length()) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] < 0 || key[i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The key of a customer's journey. */
    public static Bytes customer(String customerId) {
        return Bytes.wrap(customerId.getBytes(UTF_8));
    }

    static Bytes conversation(String customerId, String conversationId) {
        return Bytes.wrap(join(customerId, conversationId, 0));
    }

    static Bytes entry(AcceptedEvent event) {
        byte[] key = join(event.getCustomerId(), event.getConversationId(), 18);
        ByteBuffer.wrap(key, key.length - 18, 18)
                .put(SEPARATOR)
                .putLong(event.getAt())
                .put((byte) EventOrder.rank(event))
                .putLong(EventOrder.fingerprint(event.getSource(), event.getEventId()));
        return Bytes.wrap(key);
    }

    /** First key that an entry of the transcript can have. */
    public static Bytes firstEntry(String customerId, String conversationId) {
        return Bytes.wrap(join(customerId, conversationId, 1));
    }

    /** A key behind every entry of the transcript: a separator would be 0x00. */
    public static Bytes afterEntries(String customerId, String conversationId) {
        byte[] key = join(customerId, conversationId, 1);
        key[key.length - 1] = 1;
        return Bytes.wrap(key);
    }

    /** First key of anything that belongs to a customer. */
    public static Bytes firstOf(String customerId) {
        return boundary(customerId, (byte) 0);
    }

    /** A key behind everything that belongs to a customer. */
    public static Bytes afterAllOf(String customerId) {
        return boundary(customerId, (byte) 1);
    }

    static Bytes timer(long due, Bytes waiting) {
        byte[] key = new byte[8 + waiting.get().length];
        ByteBuffer.wrap(key).putLong(due).put(waiting.get());
        return Bytes.wrap(key);
    }

    static long due(Bytes timer) {
        return ByteBuffer.wrap(timer.get()).getLong();
    }

    /** The key of what waits for a timer. */
    static Bytes waiting(Bytes timer) {
        byte[] key = timer.get();
        return Bytes.wrap(Arrays.copyOfRange(key, 8, key.length));
    }

    /** Where customer and conversation part in the key of a conversation. */
    public static int separator(Bytes conversation) {
        byte[] key = conversation.get();
        int at = 0;
        while (key[at] != SEPARATOR) {
            at++;
        }
        return at;
    }

    /** Whether what waits is the journey of a customer, not a conversation. */
    static boolean isCustomer(Bytes waiting) {
        for (byte b : waiting.get()) {
            if (b == SEPARATOR) {
                return false;
            }
        }
        return true;
    }

    private static Bytes boundary(String customerId, byte last) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] key = Arrays.copyOf(customer, customer.length + 1);
        key[customer.length] = last;
        return Bytes.wrap(key);
    }

    /** Customer, separator, conversation and as many zero bytes as asked for. */
    private static byte[] join(String customerId, String conversationId, int more) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] conversation = conversationId.getBytes(UTF_8);
        byte[] key = new byte[customer.length + 1 + conversation.length + more];
        ByteBuffer.wrap(key).put(customer).put(SEPARATOR).put(conversation);
        return key;
    }
}
