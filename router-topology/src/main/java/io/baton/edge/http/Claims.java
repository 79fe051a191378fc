// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes that are on their way: until the board shows another revision, nobody else may act on the one that was acted on. So of
 * two agents who accept at the same moment one is told that it has moved on.
 */
final class Claims {

    private static final int MOST = 10_000;

    private record Claim(String revision, String eventId) {}

    private final Map<String, Claim> claims = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Claim> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param eventId what is written; the same may be written again. Empty where the escalation stays as it is
     */
    synchronized void claim(String escalationId, String revision, String eventId) {
        if (eventId.isEmpty()) {
            return;
        }
        Claim before = claims.get(escalationId);
        if (before != null
                && before.revision().equals(revision)
                && !before.eventId().equals(eventId)) {
            throw Problem.stale("somebody has acted on the escalation a moment ago");
        }
        claims.put(escalationId, new Claim(revision, eventId));
    }

    /** A write that did not come about. */
    synchronized void release(String escalationId) {
        claims.remove(escalationId);
    }
}
