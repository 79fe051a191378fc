// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.names.Nodes;
import io.baton.processor.ArrivalTime;
import io.baton.processor.IntakeProcessor;
import io.baton.processor.Intaken;
import io.baton.state.AcceptedEvent;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Chapter 1: bytes become valid, masked events, each in the partition of its customer; the rest become dead letters. */
final class IntakeChapter {

    private IntakeChapter() {}

    static KStream<String, AcceptedEvent> of(StreamsBuilder builder, Codecs codecs, Wiring wiring) {
        long tolerance = wiring.rulebook().ruleset().timing().futureToleranceMillis();
        Map<String, KStream<String, Intaken>> ways = builder.stream(
                        wiring.topics().customerSide(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor(new ArrivalTime(wiring.clockwork(), tolerance))
                                .withName(Nodes.READ_CUSTOMER_EVENTS))
                .process(
                        IntakeProcessor.supplier(
                                codecs.intake(),
                                wiring.partitions(),
                                wiring.clockwork().replay()),
                        Named.as(Nodes.ACCEPT_EVENT))
                .split(Named.as(Nodes.TELL_APART))
                .branch((key, way) -> way instanceof Intaken.Placed, Branched.as(Nodes.KEEP_PLACE))
                .branch((key, way) -> way instanceof Intaken.Misplaced, Branched.as(Nodes.PUT_RIGHT))
                .defaultBranch(Branched.as(Nodes.REFUSE));

        way(ways, Nodes.REFUSE)
                .map(
                        (key, way) -> {
                            Intaken.DeadLetter letter = (Intaken.DeadLetter) way;
                            return KeyValue.pair(letter.key(), letter.value());
                        },
                        Named.as(Nodes.SHAPE_DEAD_LETTER))
                .to(
                        wiring.topics().deadLetters(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.WRITE_DEAD_LETTERS));

        KStream<String, AcceptedEvent> putRight = way(ways, Nodes.PUT_RIGHT)
                .mapValues(way -> ((Intaken.Misplaced) way).event(), Named.as(Nodes.TAKE_MISPLACED))
                .repartition(Repartitioned.<String, AcceptedEvent>as(Nodes.MISPLACED_EVENTS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(codecs.acceptedEvents())
                        .withNumberOfPartitions(wiring.partitions()));

        return way(ways, Nodes.KEEP_PLACE)
                .mapValues(way -> ((Intaken.Placed) way).event(), Named.as(Nodes.TAKE_WELL_PLACED))
                .merge(putRight, Named.as(Nodes.JOIN_PUT_RIGHT));
    }

    private static KStream<String, Intaken> way(Map<String, KStream<String, Intaken>> ways, String name) {
        return Objects.requireNonNull(ways.get(Nodes.TELL_APART + name), name);
    }
}
