// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.ConversationDecision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where an escalation stands, as far as the decisions say. */
public enum Status {
    /** Nobody has taken it yet. */
    WAITING,
    /** An agent holds the conversation. */
    ACCEPTED,
    /** It went back to the assistant. */
    RETURNED,
    /** It was resolved. */
    RESOLVED,
    /** It was closed. */
    CLOSED;

    /**
     * What the last decision on a conversation says about an escalation of it.
     *
     * @param last null where none has been seen
     * @param episode episode of the escalation
     */
    static Status of(@Nullable ConversationDecision last, int episode) {
        if (last == null || last.getEpisode() < episode) {
            return WAITING;
        }
        if (last.getEpisode() > episode) {
            return RETURNED;
        }
        return switch (last.getOwner()) {
            case HUMAN -> ACCEPTED;
            case RESOLVED -> RESOLVED;
            case CLOSED -> CLOSED;
            case ASSISTANT, ASSISTANT_REVIEWED, WAITING_FOR_HUMAN -> WAITING;
        };
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return this == WAITING || this == ACCEPTED;
    }

    /** As the interface writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
