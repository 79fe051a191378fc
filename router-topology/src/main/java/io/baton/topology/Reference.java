// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.IncidentReported;
import io.baton.event.RulesetPublished;
import io.baton.names.Nodes;
import io.baton.names.Stores;
import io.baton.processor.AvailabilityBoard;
import io.baton.processor.IncidentBoard;
import io.baton.processor.ReferenceProcessor;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.StoreBuilder;

/** What every instance reads whole: the policy in force, the incidents that are open, and who is there to answer. */
final class Reference {

    private Reference() {}

    static void of(StreamsBuilder builder, Codecs codecs, Wiring wiring) {
        builder.addGlobalStore(
                global(Stores.RULESETS),
                wiring.topics().policyRulesets(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.READ_RULESETS),
                ReferenceProcessor.supplier(codecs.intake(), Stores.RULESETS, (store, fact) -> {
                    if (fact instanceof RulesetPublished ruleset) {
                        store.put(
                                Bytes.wrap(ruleset.getName().getBytes(UTF_8)),
                                ruleset.getHash().getBytes(UTF_8));
                        wiring.rulebook().publish(ruleset);
                    }
                }));
        Serde<IncidentReported> serde = codecs.incidents();
        builder.addGlobalStore(
                global(Stores.INCIDENTS),
                wiring.topics().incidentReports(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.READ_INCIDENTS),
                ReferenceProcessor.supplier(codecs.intake(), Stores.INCIDENTS, (store, fact) -> {
                    if (fact instanceof IncidentReported report) {
                        store.put(IncidentBoard.key(report), serde.serializer().serialize(Stores.INCIDENTS, report));
                        wiring.rulebook().report(report);
                        if (forgetful(wiring)) {
                            wiring.rulebook()
                                    .forget(report.getTime().toEpochMilli())
                                    .forEach(incident -> IncidentBoard.forget(store, incident));
                        }
                    }
                }));
    }

    /** Who is there to answer. Comes last, so that the tasks of the other chapters keep the numbers under which their state lies. */
    static void availability(StreamsBuilder builder, Codecs codecs, Wiring wiring) {
        boolean forgetful = forgetful(wiring);
        builder.addGlobalStore(
                global(Stores.AVAILABILITY),
                wiring.topics().agentAvailability(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.READ_AVAILABILITY),
                ReferenceProcessor.supplier(codecs.intake(), Stores.AVAILABILITY, (store, fact) -> {
                    if (fact instanceof AgentAvailabilityChanged report) {
                        AvailabilityBoard.keep(store, report, forgetful);
                    }
                }));
    }

    /** A replay has read everything before the first event; nothing of it is old then. */
    private static boolean forgetful(Wiring wiring) {
        return !wiring.clockwork().replay();
    }

    static StoreBuilder<?> global(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingDisabled();
    }
}
