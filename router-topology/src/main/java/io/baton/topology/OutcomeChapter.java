// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.ConversationOutcome;
import io.baton.event.MetricWindow;
import io.baton.names.Nodes;
import io.baton.names.Stores;
import io.baton.policy.outcome.RowChange;
import io.baton.processor.Emission;
import io.baton.state.MetricDelta;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/** Chapter 7: outcomes with their corrections, and figures added up in two steps, so that a turn costs no repartitioned record. */
final class OutcomeChapter {

    private OutcomeChapter() {}

    /** @return rows of figures, as tasks send them on */
    static KStream<String, MetricDelta> of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.filter((key, emission) -> emission instanceof Emission.Ended, Named.as(Nodes.TAKE_OUTCOMES))
                .mapValues(OutcomeChapter::outcome, Named.as(Nodes.SHAPE_OUTCOME))
                .to(
                        wiring.topics().outcomes(),
                        Produced.with(Serdes.String(), codecs.record(ConversationOutcome.class))
                                .withName(Nodes.WRITE_OUTCOMES));

        LearningBranch.of(turns, codecs, wiring);
        KStream<String, MetricDelta> deltas = turns.filter(
                        (key, emission) -> emission instanceof Emission.Counted, Named.as(Nodes.TAKE_FIGURES))
                .mapValues(OutcomeChapter::changes, Named.as(Nodes.SHAPE_FIGURES))
                .process(codecs.figureBuffer(Stores.METRIC_DELTAS), Named.as(Nodes.BUFFER_FIGURES));
        windows(deltas, codecs, wiring);
        WatchBranch.of(deltas, codecs, wiring);
        return deltas;
    }

    private static void windows(KStream<String, MetricDelta> deltas, Codecs codecs, Wiring wiring) {
        deltas.filterNot((key, delta) -> delta.getFigures().isEmpty(), Named.as(Nodes.TAKE_WINDOWS))
                .repartition(Repartitioned.<String, MetricDelta>as(Nodes.METRIC_DELTAS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(codecs.metricDeltas())
                        .withNumberOfPartitions(wiring.figurePartitions()))
                .process(codecs.metricWindows(Stores.METRIC_WINDOWS), Named.as(Nodes.ADD_UP_WINDOW))
                .to(
                        new ChannelTopic(wiring.topics()),
                        Produced.with(Serdes.String(), codecs.record(MetricWindow.class))
                                .withName(Nodes.WRITE_METRICS));
    }

    private static @Nullable ConversationOutcome outcome(Emission emission) {
        return ((Emission.Ended) emission).outcome();
    }

    private static List<RowChange> changes(Emission emission) {
        return ((Emission.Counted) emission).changes();
    }
}
