// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.Alert;
import io.baton.event.EscalationRaised;
import io.baton.names.Nodes;
import io.baton.processor.Emission;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Chapters 5 and 6: packets leave for the topic of their queue. They were built and routed before the turn was written,
 * so nothing can be escalated without its packet. A packet that has moved goes to the topic it was on before, too: whoever
 * serves that queue must see it go.
 */
final class HandoverChapter {

    private HandoverChapter() {}

    static void of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.flatMapValues(HandoverChapter::packet, Named.as(Nodes.TAKE_PACKETS))
                .to(
                        new QueueTopic(wiring.topics()),
                        Produced.with(Serdes.String(), codecs.record(EscalationRaised.class))
                                .withName(Nodes.WRITE_ESCALATIONS));
        turns.flatMapValues(HandoverChapter::moved, Named.as(Nodes.TAKE_MOVED))
                .to(
                        new PreviousQueueTopic(wiring.topics()),
                        Produced.with(Serdes.String(), codecs.record(EscalationRaised.class))
                                .withName(Nodes.WRITE_MOVED));
        turns.flatMapValues(HandoverChapter::alert, Named.as(Nodes.TAKE_ALERTS))
                .to(
                        wiring.topics().alerts(),
                        Produced.with(Serdes.String(), codecs.record(Alert.class))
                                .withName(Nodes.WRITE_ALERTS));
    }

    private static List<EscalationRaised> packet(Emission emission) {
        if (emission instanceof Emission.HandedOver raised) {
            return List.of(raised.packet());
        }
        return emission instanceof Emission.Updated updated ? List.of(updated.packet()) : List.of();
    }

    private static List<EscalationRaised> moved(Emission emission) {
        boolean moved =
                emission instanceof Emission.Updated updated && updated.packet().getPreviousQueue() != null;
        return moved ? packet(emission) : List.of();
    }

    private static List<Alert> alert(Emission emission) {
        return emission instanceof Emission.Alerted alerted ? List.of(alerted.alert()) : List.of();
    }
}
