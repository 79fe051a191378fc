// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import io.baton.event.ConversationEvent;

/** Events in the order of their time. */
public interface EventSource {

    /** The next one; generators never end. */
    ConversationEvent next();

    /** Conversations that have been begun so far. */
    long conversations();
}
