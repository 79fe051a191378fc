// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.IncidentReview;
import io.baton.names.Nodes;
import io.baton.names.Stores;
import io.baton.processor.Emission;
import io.baton.processor.IncidentReviewProcessor;
import io.baton.state.IncidentDelta;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * What incidents have done: the account of each. Only conversations that an
 * incident touches cost a repartitioned record.
 */
final class PlaybookChapter {

    private PlaybookChapter() {}

    static void of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.flatMapValues(PlaybookChapter::delta, Named.as(Nodes.TAKE_TOUCHES))
                .map((customer, delta) -> KeyValue.pair(delta.getIncidentId(), delta), Named.as(Nodes.KEY_TOUCH))
                .repartition(Repartitioned.<String, IncidentDelta>as(Nodes.INCIDENT_DELTAS)
                        .withKeySerde(codecs.text())
                        .withValueSerde(codecs.incidentDeltas())
                        .withNumberOfPartitions(wiring.partitions()))
                .process(
                        IncidentReviewProcessor.supplier(Stores.INCIDENT_REVIEWS, codecs.incidentReviews()),
                        Named.as(Nodes.ADD_UP_INCIDENT))
                .to(
                        wiring.topics().incidentReviews(),
                        Produced.with(codecs.text(), codecs.record(IncidentReview.class))
                                .withName(Nodes.WRITE_INCIDENT_REVIEWS));
    }

    private static List<IncidentDelta> delta(Emission emission) {
        return emission instanceof Emission.Touched touched ? List.of(touched.delta()) : List.of();
    }
}
