// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.watch.History;
import io.baton.policy.watch.Rushes;
import io.baton.state.AlertStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers which rushes last. What it reports goes to the topic of incidents, which every instance reads whole. */
final class RushDesk {

    private final KeyValueStore<String, AlertStanding> store;
    private final Map<String, AlertStanding> standings = new TreeMap<>();

    RushDesk(KeyValueStore<String, AlertStanding> store) {
        this.store = store;
        try (KeyValueIterator<String, AlertStanding> all = store.all()) {
            all.forEachRemaining(row -> standings.put(row.key, row.value));
        }
    }

    /** Rushes that begin or end at a full minute. */
    List<IncidentReported> look(Ruleset rules, History history, long minute) {
        List<IncidentReported> reports = new ArrayList<>();
        for (Rushes.Change change : new Rushes(rules).look(history, minute, standings)) {
            store.put(change.key(), standings.get(change.key()));
            reports.add(change.report());
        }
        return reports;
    }
}
