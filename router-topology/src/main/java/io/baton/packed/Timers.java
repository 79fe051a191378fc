// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Keys of timers: the due time, then what waits, a customer or a customer, 0x00 and a conversation. */
final class Timers {

    private Timers() {}

    static void set(Collection<Bytes> timers, long due, String customerId, @Nullable String conversationId) {
        with(due, customerId, conversationId, timers::add);
    }

    static void clear(Collection<Bytes> timers, long due, String customerId, @Nullable String conversationId) {
        with(due, customerId, conversationId, timers::remove);
    }

    /** Does something with the key, where there is a timer. */
    static void with(long due, String customerId, @Nullable String conversationId, Consumer<Bytes> what) {
        if (due != 0) {
            what.accept(key(due, customerId, conversationId));
        }
    }

    private static Bytes key(long due, String customerId, @Nullable String conversationId) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] conversation = conversationId == null ? new byte[0] : conversationId.getBytes(UTF_8);
        int separator = conversationId == null ? 0 : 1;
        ByteBuffer key = ByteBuffer.allocate(8 + customer.length + separator + conversation.length);
        key.putLong(due).put(customer).position(8 + customer.length + separator);
        key.put(conversation);
        return Bytes.wrap(key.array());
    }
}
