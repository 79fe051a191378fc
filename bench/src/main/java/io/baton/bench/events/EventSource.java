// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import io.baton.event.ConversationEvent;
import java.util.Set;

/** Events in the order of their time. */
public interface EventSource {

    /** The next one; generators never end. */
    ConversationEvent next();

    /** From now on the events are of this flavour; the conversations go on. */
    void judgedBy(Flavour flavour);

    /** Conversations that have been begun so far. */
    long conversations();

    /** How many events are left; {@link Long#MAX_VALUE} where there is no end. */
    default long left() {
        return Long.MAX_VALUE;
    }

    /**
     * Conversations in which the customer has asked for a human so far: whatever else is true, each of them must have been
     * handed over. Empty where the source does not know.
     */
    default Set<String> asked() {
        return Set.of();
    }
}
