// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.Alert;
import io.baton.event.IncidentReported;
import io.baton.event.PolicyProposal;
import io.baton.names.Nodes;
import io.baton.policy.watch.WatchedFigure;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The part of chapter 7 that watches: what tasks have counted goes to one place, which raises alerts,
 * reports rushes as incidents and proposes changes. */
final class WatchBranch {

    private static final Set<String> WATCHED = WatchedFigure.tallies();

    private WatchBranch() {}

    static void of(KStream<String, MetricDelta> deltas, Codecs codecs, Wiring wiring) {
        KStream<String, SpecificRecord> seen = deltas.filter(WatchBranch::isWatched, Named.as(Nodes.TAKE_WATCHED))
                .mapValues(WatchBranch::watched, Named.as(Nodes.SHAPE_WATCHED))
                .selectKey((key, delta) -> delta.getCategory(), Named.as(Nodes.KEY_WATCHED))
                .repartition(Repartitioned.<String, MetricDelta>as(Nodes.WATCHED_FIGURES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(codecs.metricDeltas())
                        .withNumberOfPartitions(1))
                .process(codecs.watch(), Named.as(Nodes.WATCH_FIGURES));

        seen.filter((key, record) -> record instanceof Alert, Named.as(Nodes.TAKE_RAISED))
                .mapValues(record -> (Alert) record, Named.as(Nodes.SHAPE_RAISED))
                .to(
                        wiring.topics().alerts(),
                        Produced.with(Serdes.String(), codecs.record(Alert.class))
                                .withName(Nodes.WRITE_RAISED));
        seen.filter((key, record) -> record instanceof IncidentReported, Named.as(Nodes.TAKE_RUSHES))
                .mapValues(record -> (IncidentReported) record, Named.as(Nodes.SHAPE_RUSH))
                .to(
                        wiring.topics().incidentReports(),
                        Produced.with(Serdes.String(), codecs.record(IncidentReported.class))
                                .withName(Nodes.WRITE_RUSHES));
        seen.filter((key, record) -> record instanceof PolicyProposal, Named.as(Nodes.TAKE_PROPOSALS))
                .mapValues(record -> (PolicyProposal) record, Named.as(Nodes.SHAPE_PROPOSAL))
                .to(
                        wiring.topics().policyProposals(),
                        Produced.with(Serdes.String(), codecs.record(PolicyProposal.class))
                                .withName(Nodes.WRITE_PROPOSALS));
    }

    /** A delta without figures says that a task of a replay is over. */
    private static boolean isWatched(String key, MetricDelta delta) {
        return delta.getFigures().isEmpty()
                || delta.getFigures().stream().anyMatch(figure -> WATCHED.contains(figure.getMeasure()));
    }

    private static MetricDelta watched(MetricDelta delta) {
        List<Figure> figures = delta.getFigures().stream()
                .filter(figure -> WATCHED.contains(figure.getMeasure()))
                .map(figure -> new Figure(figure.getMeasure(), figure.getNumerator(), figure.getDenominator(), null))
                .toList();
        return new MetricDelta(
                delta.getChannel(),
                delta.getGrain(),
                delta.getStart(),
                delta.getCategory(),
                "",
                figures,
                delta.getUpdatedAt());
    }
}
