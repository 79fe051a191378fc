// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer on the heap: the journey and the conversations, of which there are rarely more than a few. */
final class Customer {

    private static final int NONE = -1;

    final String id;
    /** Where the bytes of all that there is of it are. */
    final Blocks blocks;

    final List<Kept> conversations = new ArrayList<>(1);

    private int journey = Blocks.NONE;
    /** Bytes; {@link #NONE} where there is none. */
    private int journeyLength = NONE;
    /** When the journey wants to be looked at, epoch milliseconds; 0 = never. */
    long journeyTimer;
    /** Pack that holds the journey. */
    long journeyBase = Kept.NO_PACK;
    /** Whether somebody has asked for it since it was last looked at whether it should leave the heap. */
    boolean wanted;

    Customer(String id, Blocks blocks) {
        this.id = id;
        this.blocks = blocks;
    }

    /** As it is now, while its blocks are held. */
    Customer frozen() {
        Customer now = new Customer(id, blocks);
        now.journey = journey;
        now.journeyLength = journeyLength;
        for (Kept kept : conversations) {
            now.conversations.add(new Kept(now, kept));
        }
        return now;
    }

    boolean hasJourney() {
        return journeyLength != NONE;
    }

    /** The caller's own; null where there is none. */
    byte @Nullable [] journey() {
        return hasJourney() ? blocks.copy(journey, journeyLength) : null;
    }

    void journey(byte[] changed) {
        journey = blocks.replace(journey, Math.max(0, journeyLength), changed);
        journeyLength = changed.length;
    }

    void forgetJourney() {
        blocks.release(journey);
        journey = Blocks.NONE;
        journeyLength = NONE;
    }

    int journeyLength() {
        return journeyLength;
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
        return hasJourney() ? journeyLength + id.length() : 0;
    }

    /** All of it is elsewhere: what still holds on to this object holds on to nothing more. */
    void forget() {
        conversations.forEach(Kept::forget);
        conversations.clear();
        forgetJourney();
    }

    /** Its blocks go below a limit. */
    void move(int limit) {
        journey = blocks.move(journey, limit);
        for (Kept kept : conversations) {
            kept.move(limit);
        }
    }

    boolean isEmpty() {
        return !hasJourney() && conversations.isEmpty();
    }
}
