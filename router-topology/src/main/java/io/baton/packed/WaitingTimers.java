// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What waits, in order of due time: the due time, then what waits, a customer or a customer, 0x00 and a conversation.
 *
 * <p>A changelog tells of ten timers for each that is left at its end, and a standby asks for none of them. So while one is
 * read nothing is kept here; who asks first has them collected, at a fifth of the cost.
 */
final class WaitingTimers {

    private final Codec codec;
    private final Holdings holdings;
    private final NavigableSet<Bytes> timers = new TreeSet<>();
    private boolean known = true;

    WaitingTimers(Codec codec, Holdings holdings) {
        this.codec = codec;
        this.holdings = holdings;
    }

    /** State changes in a way that is not told here. */
    void forget() {
        if (known) {
            timers.clear();
            known = false;
        }
    }

    NavigableSet<Bytes> known() {
        if (!known) {
            holdings.customers().forEach(this::collect);
            known = true;
        }
        return timers;
    }

    private void collect(Customer customer) {
        if (customer.journey != null) {
            add(customer.journeyTimer, customer.id, null);
        }
        for (Kept kept : customer.conversations) {
            add(codec.timerAt(kept.image()), customer.id, kept.id);
        }
    }

    private void add(long due, String customerId, @Nullable String conversationId) {
        if (due != 0) {
            timers.add(key(due, customerId, conversationId));
        }
    }

    static Bytes key(long due, String customerId, @Nullable String conversationId) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] conversation = conversationId == null ? new byte[0] : conversationId.getBytes(UTF_8);
        int separator = conversationId == null ? 0 : 1;
        ByteBuffer key = ByteBuffer.allocate(8 + customer.length + separator + conversation.length);
        key.putLong(due).put(customer).position(8 + customer.length + separator);
        key.put(conversation);
        return Bytes.wrap(key.array());
    }
}
