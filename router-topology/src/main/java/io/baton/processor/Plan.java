// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.processor.ConversationStore.Encoded;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * All that one turn will write and send, worked out before anything is written.
 *
 * @param kind what became of the event
 * @param encoded state and transcript entries; null where nothing changes
 * @param timerBefore due time of the entry to remove from pending-timers; 0 = none
 * @param timerAfter due time of the entry to set; 0 = none
 * @param corrected states of earlier conversations of the customer whose outcome has been corrected
 * @param waitingBefore places in the lines of queues to remove
 * @param waitingAfter places to take
 * @param journey journey of the customer; null where it does not change
 * @param emissions what goes out, in order
 */
record Plan(
        Kind kind,
        String customerId,
        String conversationId,
        @Nullable Encoded encoded,
        long timerBefore,
        long timerAfter,
        List<Encoded> corrected,
        Set<Bytes> waitingBefore,
        Set<Bytes> waitingAfter,
        JourneyStore.@Nullable Encoded journey,
        List<Timed> emissions) {

    enum Kind {
        /** Came in order and was applied. */
        APPLIED,
        /** Came late; the conversation was folded again. */
        REFOLDED,
        /** Had been seen before. */
        DUPLICATE,
        /** Came after closing. */
        KEPT_OUT,
        /** Time passed. */
        ELAPSED,
        /** Availability was reported. */
        ATTENDED,
        /** Retention is over; the conversation goes. */
        FORGOTTEN
    }

    /** An emission and the event time it is written with. */
    record Timed(Emission emission, long at) {}

    /** Key of the conversation. */
    Bytes conversation() {
        return Keys.conversation(customerId, conversationId);
    }

    static Plan nothing(Kind kind, String customerId, String conversationId) {
        return new Plan(kind, customerId, conversationId, null, 0, 0, List.of(), Set.of(), Set.of(), null, List.of());
    }
}
