// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;

/** Journals with and without what a turn adds; an event is known by its source and id. */
final class Journal {

    private static final EventOrder ORDER = new EventOrder();

    private Journal() {}

    static boolean holds(List<AcceptedEvent> journal, AcceptedEvent event) {
        for (AcceptedEvent known : journal) {
            if (isSame(known, event)) {
                return true;
            }
        }
        return false;
    }

    /** The journal with these entries, each once and in event order; the list itself is changed. */
    static List<AcceptedEvent> with(List<AcceptedEvent> entries, List<AcceptedEvent> journal) {
        for (AcceptedEvent entry : entries) {
            if (!holds(journal, entry)) {
                journal.add(entry);
            }
        }
        journal.sort(ORDER);
        return journal;
    }

    /** The journal as it was before these entries. */
    static List<AcceptedEvent> without(List<AcceptedEvent> entries, List<AcceptedEvent> journal) {
        List<AcceptedEvent> earlier = new ArrayList<>(journal.size());
        for (AcceptedEvent event : journal) {
            if (!holds(entries, event)) {
                earlier.add(event);
            }
        }
        return earlier;
    }

    private static boolean isSame(AcceptedEvent a, AcceptedEvent b) {
        return a.getEventId().equals(b.getEventId()) && a.getSource().equals(b.getSource());
    }
}
