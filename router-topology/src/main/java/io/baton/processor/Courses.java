// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.packed.Frames;
import io.baton.packed.Kept;
import io.baton.packed.PackedStore;
import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import io.baton.store.EventEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Journals as far as they say how a conversation went: texts, attributes and placeholders may be left out, for they are most of what is to be
 * read and no figure asks for them.
 */
interface Courses {

    /** The entries in event order; the caller owns the list. */
    List<AcceptedEvent> read(String customerId, String conversationId);

    /** In the packed layout. */
    static Courses packed(PackedStore store) {
        EventOrder order = new EventOrder();
        return (customerId, conversationId) -> {
            Kept kept = store.find(customerId, conversationId);
            if (kept == null) {
                return new ArrayList<>();
            }
            List<AcceptedEvent> events = Frames.read(
                    kept.journal(), (bytes, from, to) -> EventEntry.skim(customerId, conversationId, bytes, from, to));
            events.sort(order);
            return events;
        };
    }
}
