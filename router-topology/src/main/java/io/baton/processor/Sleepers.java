// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.playbook.Incidents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Conversations that wait for nothing else and must be looked at because of an incident: each once for a new report, some at
 * each tick, as soon as time has come as far as the report. A replay knows all incidents beforehand, so its timers wait for
 * them.
 */
final class Sleepers {

    /** Looked at in one go; most turn out not to be touched. */
    private static final int AT_ONCE = 5_000;

    private final ConversationStore conversations;
    private Incidents followed = Incidents.NONE;
    private Iterator<Bytes> asleep = Collections.emptyIterator();

    Sleepers(ConversationStore conversations) {
        this.conversations = conversations;
    }

    /** The next few; empty where nothing new was reported or all have been looked at. */
    List<Bytes> next(Incidents incidents, long now) {
        if (incidents != followed && incidents.latest() <= now) {
            followed = incidents;
            asleep = conversations.keys().iterator();
        }
        if (!asleep.hasNext()) {
            return List.of();
        }
        List<Bytes> next = new ArrayList<>();
        while (asleep.hasNext() && next.size() < AT_ONCE) {
            next.add(asleep.next());
        }
        return next;
    }
}
