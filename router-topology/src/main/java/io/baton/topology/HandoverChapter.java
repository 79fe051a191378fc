// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

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
 * so nothing can be escalated without its packet.
 */
final class HandoverChapter {

    private HandoverChapter() {}

    static void of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.flatMapValues(HandoverChapter::packet, Named.as(Nodes.TAKE_PACKETS))
                .to(
                        new QueueTopic(wiring.topics()),
                        Produced.with(Serdes.String(), codecs.record(EscalationRaised.class))
                                .withName(Nodes.WRITE_ESCALATIONS));
    }

    private static List<EscalationRaised> packet(Emission emission) {
        return emission instanceof Emission.HandedOver handedOver ? List.of(handedOver.packet()) : List.of();
    }
}
