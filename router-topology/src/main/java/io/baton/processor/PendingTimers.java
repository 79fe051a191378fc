// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Conversations and journeys that wait for something, by due time; the keys of timers are those of {@link Keys}.
 *
 * <p>One entry each, and a lazy one: it is moved forward only when something falls due earlier. When it fires
 * too early nothing happens and it is set again; so an ordinary turn writes no timer.
 */
interface PendingTimers {

    /** Entries due at or before a moment, earliest first, at most {@code most}. */
    List<Bytes> due(long now, int most);

    void set(long due, Bytes waiting);

    void clear(long due, Bytes waiting);
}
