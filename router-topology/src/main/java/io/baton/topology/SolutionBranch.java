// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.SolutionsCounted;
import io.baton.names.Nodes;
import io.baton.names.Stores;
import io.baton.processor.LearnedRecords;
import io.baton.processor.SolutionProcessor;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.SolutionTally;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The part of chapter 7 that knows what helped: how often each resolution held goes from all tasks to one place and from there,
 * published, to every instance, whose packets name the surest. Fed by the rows that tasks send on once a second, never by a turn.
 */
final class SolutionBranch {

    private SolutionBranch() {}

    static void of(StreamsBuilder builder, KStream<String, MetricDelta> deltas, Codecs codecs, Wiring wiring) {
        boolean replay = wiring.clockwork().replay();
        deltas.filter(SolutionBranch::tells, Named.as(Nodes.TAKE_SOLUTIONS))
                .mapValues(SolutionBranch::solutions, Named.as(Nodes.SHAPE_SOLUTIONS))
                .selectKey((key, delta) -> delta.getCategory(), Named.as(Nodes.GATHER_SOLUTIONS))
                .repartition(Repartitioned.<String, MetricDelta>as(Nodes.SOLUTION_DELTAS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(codecs.metricDeltas())
                        .withNumberOfPartitions(1))
                .process(
                        SolutionProcessor.supplier(codecs.state(SolutionTally.class), wiring.partitions(), replay),
                        Named.as(Nodes.COUNT_SOLUTIONS))
                .to(
                        wiring.topics().solutions(),
                        Produced.with(Serdes.String(), codecs.record(SolutionsCounted.class))
                                .withName(Nodes.WRITE_SOLUTIONS));

        builder.addGlobalStore(
                Reference.global(Stores.SOLUTIONS),
                wiring.topics().solutions(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.READ_SOLUTIONS),
                LearnedRecords.supplier(
                        wiring.topics().solutions(),
                        Stores.SOLUTIONS,
                        codecs.record(SolutionsCounted.class).deserializer(),
                        counted -> new byte[0],
                        counted -> {
                            // A replay publishes at the end of time alone: none of its packets may depend on when.
                            if (!replay) {
                                wiring.rulebook().counted(counted);
                            }
                        }));
    }

    /** A delta without figures says that a task of a replay is over. */
    private static boolean tells(String key, MetricDelta delta) {
        return delta.getFigures().isEmpty() || delta.getFigures().stream().anyMatch(SolutionBranch::isSolution);
    }

    private static boolean isSolution(Figure figure) {
        return figure.getMeasure().startsWith(SolutionProcessor.PREFIX);
    }

    private static MetricDelta solutions(MetricDelta delta) {
        List<Figure> figures =
                delta.getFigures().stream().filter(SolutionBranch::isSolution).toList();
        return new MetricDelta(
                delta.getChannel(),
                delta.getGrain(),
                delta.getStart(),
                delta.getCategory(),
                delta.getSegment(),
                figures,
                delta.getUpdatedAt());
    }
}
