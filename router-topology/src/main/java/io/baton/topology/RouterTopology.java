// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.processor.Emission;
import io.baton.state.AcceptedEvent;
import io.baton.state.MetricDelta;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;

/** The table of contents: one record's way through the seven chapters. */
public final class RouterTopology {

    private RouterTopology() {}

    /** Builds the topology; it needs no broker, and connects to the registry only when records flow. */
    public static Topology build(Wiring wiring) {
        StreamsBuilder builder = new StreamsBuilder(named());
        Codecs codecs = Codecs.of(wiring);

        Reference.of(builder, codecs, wiring); // policy and incidents, whole on every instance
        KStream<String, AcceptedEvent> events =
                IntakeChapter.of(builder, codecs, wiring); // 1 bytes -> valid, masked, in place
        KStream<String, AcceptedEvent> known = JourneyChapter.of(events, codecs, wiring); // 2 who the customer is
        KStream<String, Emission> turns =
                OwnershipChapter.of(known, codecs, wiring); // 3 evidence, 4 ownership, one write
        HandoverChapter.of(turns, codecs, wiring); // 5 packets, 6 queues
        PlaybookChapter.of(turns, codecs, wiring); // 6 what incidents did, and to whom
        OutreachChapter.of(turns, codecs, wiring); // 2 again: what is worth a word before anybody writes
        KStream<String, MetricDelta> figures = OutcomeChapter.of(turns, codecs, wiring); // 7 outcomes and figures
        Reference.availability(builder, codecs, wiring); // who is there to answer, whole on every instance
        LearningChapter.of(builder, turns, codecs, wiring); // 7 what is learned from outcomes
        SolutionBranch.of(builder, figures, codecs, wiring); // 7 what helped, for the packets of 5

        return builder.build();
    }

    /** Every operator, store and repartition topic must carry a name of ours, so that an upgrade finds its state again. */
    private static TopologyConfig named() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "baton");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new TopologyConfig(new StreamsConfig(properties));
    }
}
