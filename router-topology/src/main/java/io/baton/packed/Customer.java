// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer on the heap: the journey and the conversations, of which there are rarely more than a few. */
final class Customer {

    final String id;
    final List<Kept> conversations = new ArrayList<>(1);

    byte @Nullable [] journey;
    /** When the journey wants to be looked at, epoch milliseconds; 0 = never. */
    long journeyTimer;
    /** Pack that holds the journey. */
    long journeyBase = Kept.NO_PACK;
    /** Whether somebody has asked for it since it was last looked at whether it should leave the heap. */
    boolean wanted;

    Customer(String id) {
        this.id = id;
    }

    @Nullable
    Kept find(String conversationId) {
        for (int i = 0; i < conversations.size(); i++) {
            Kept kept = conversations.get(i);
            if (kept.id.equals(conversationId)) {
                return kept;
            }
        }
        return null;
    }

    long journeySize() {
        return journey == null ? 0 : journey.length + id.length();
    }

    /** All of it is elsewhere: what still holds on to this object holds on to nothing more. */
    void forget() {
        conversations.forEach(Kept::forget);
        conversations.clear();
        journey = null;
    }

    boolean isEmpty() {
        return journey == null && conversations.isEmpty();
    }
}
