// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.EscalationRaised;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of a packet said of where the escalation waits.
 *
 * @param at when it was written, milliseconds since 1970
 * @param why what it is for; null for the first
 * @param dueAt milliseconds since 1970; 0 = never
 */
public record Revision(
        int episode,
        int number,
        long at,
        @Nullable String why,
        String queue,
        int priority,
        long dueAt,
        double completeness) {

    static Revision of(EscalationRaised packet) {
        return new Revision(
                packet.getEpisode(),
                packet.getRevision(),
                (packet.getUpdatedAt() == null ? packet.getEscalatedAt() : packet.getUpdatedAt()).toEpochMilli(),
                packet.getUpdate(),
                packet.getQueue(),
                packet.getPriority(),
                packet.getDueAt() == null ? 0 : packet.getDueAt().toEpochMilli(),
                packet.getCompleteness().getScore());
    }
}
