// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.Alert;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.MetricWindow;
import io.baton.event.PolicyProposal;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The topics that the board is read from: how their values are read, and how far back. */
final class OutputTopics {

    /** How much of the past a console shows that has just been started. */
    static final Duration CONVERSATIONS_BACK = Duration.ofHours(24);

    static final Duration FIGURES_BACK = Duration.ofDays(8);

    /**
     * @param values reads the values
     * @param back how far back reading begins
     * @param tombstones whether a record without a value says that a customer was erased
     */
    record Source(Deserializer<? extends SpecificRecord> values, Duration back, boolean tombstones) {}

    private final Topics topics;
    private final Map<String, String> registry;
    private final Map<String, Source> known = new LinkedHashMap<>();

    OutputTopics(Topics topics, Map<String, String> registry) {
        this.topics = topics;
        this.registry = registry;
        add(topics.decisions(), ConversationDecision.class, CONVERSATIONS_BACK, false);
        add(topics.outcomes(), ConversationOutcome.class, CONVERSATIONS_BACK, true);
        for (String channel : new String[] {"automated", "assisted", "human"}) {
            add(topics.metrics(channel), MetricWindow.class, FIGURES_BACK, false);
        }
        add(topics.alerts(), Alert.class, FIGURES_BACK, false);
        add(topics.policyProposals(), PolicyProposal.class, FIGURES_BACK, false);
    }

    /** All of them, with one escalation topic a queue. */
    Map<String, Source> of(Collection<String> queues) {
        queues.forEach(queue -> {
            if (!known.containsKey(topics.escalations(queue))) {
                add(topics.escalations(queue), EscalationRaised.class, CONVERSATIONS_BACK, false);
            }
        });
        return known;
    }

    private <T extends SpecificRecord> void add(String topic, Class<T> type, Duration back, boolean tombstones) {
        known.put(topic, new Source(Serdes.value(type, registry).deserializer(), back, tombstones));
    }
}
