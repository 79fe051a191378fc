// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.IncidentReported;
import io.baton.event.IncidentReview;
import io.baton.event.MetricWindow;
import io.baton.intake.Intake;
import io.baton.names.Stores;
import io.baton.policy.outcome.RowChange;
import io.baton.processor.Emission;
import io.baton.processor.FailedTurn;
import io.baton.processor.FigureBufferProcessor;
import io.baton.processor.MetricWindowProcessor;
import io.baton.processor.TurnSetup;
import io.baton.processor.WatchProcessor;
import io.baton.serde.Serdes;
import io.baton.state.AcceptedEvent;
import io.baton.state.AlertStanding;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.IncidentDelta;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** How everything in the topology is read and written, made once and shared by the chapters. */
record Codecs(Wiring wiring, Intake intake, TurnSetup turnSetup) {

    static Codecs of(Wiring wiring) {
        Intake intake = new Intake(new FramedRecords(wiring.registry()), wiring.rulebook()::ruleset);
        TurnSetup setup = TurnSetup.of(
                Serdes.state(ConversationState.class),
                Serdes.state(AcceptedEvent.class),
                Serdes.state(CustomerJourney.class),
                wiring.layout(),
                wiring.allDecisions());
        return new Codecs(wiring, intake, setup);
    }

    /** Serde of a public topic: registry framing, or what the installation has named instead. */
    <T extends SpecificRecord> Serde<T> record(Class<T> type) {
        return Serdes.value(type, wiring.registry());
    }

    /** Serde of what only we read. */
    <T extends SpecificRecord> Serde<T> state(Class<T> type) {
        return Serdes.state(type);
    }

    Serde<AcceptedEvent> acceptedEvents() {
        return Serdes.state(AcceptedEvent.class);
    }

    Serde<MetricDelta> metricDeltas() {
        return Serdes.state(MetricDelta.class);
    }

    Serde<String> text() {
        return org.apache.kafka.common.serialization.Serdes.String();
    }

    Serde<IncidentDelta> incidentDeltas() {
        return Serdes.state(IncidentDelta.class);
    }

    Serde<IncidentReview> incidentReviews() {
        return Serdes.state(IncidentReview.class);
    }

    Serde<IncidentReported> incidents() {
        return Serdes.state(IncidentReported.class);
    }

    ProcessorSupplier<String, Emission, String, byte[]> failures() {
        return FailedTurn.supplier(acceptedEvents());
    }

    ProcessorSupplier<String, List<RowChange>, String, MetricDelta> figureBuffer(String store) {
        return FigureBufferProcessor.supplier(store, turnSetup, metricDeltas(), wiring.clockwork());
    }

    ProcessorSupplier<String, MetricDelta, String, SpecificRecord> watch() {
        return WatchProcessor.supplier(new WatchProcessor.Setup(
                Stores.WATCHED_FIGURES,
                Stores.ALERT_STANDINGS,
                Stores.RUSHES,
                Serdes.state(MetricTotals.class),
                Serdes.state(AlertStanding.class),
                wiring.rulebook()::ruleset,
                wiring.partitions(),
                wiring.clockwork()));
    }

    ProcessorSupplier<String, MetricDelta, String, MetricWindow> metricWindows(String store) {
        return MetricWindowProcessor.supplier(
                store, Serdes.state(MetricTotals.class), wiring.rulebook()::ruleset, wiring.clockwork());
    }
}
