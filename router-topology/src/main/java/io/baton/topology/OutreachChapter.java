// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.CustomerOutreach;
import io.baton.names.Nodes;
import io.baton.processor.Emission;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Chapter 2, its other end: contacts worth making leave for whoever makes them. */
final class OutreachChapter {

    private OutreachChapter() {}

    static void of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.flatMapValues(OutreachChapter::outreach, Named.as(Nodes.TAKE_OUTREACH))
                .to(
                        wiring.topics().customerOutreach(),
                        Produced.with(Serdes.String(), codecs.record(CustomerOutreach.class))
                                .withName(Nodes.WRITE_OUTREACH));
    }

    private static List<CustomerOutreach> outreach(Emission emission) {
        return emission instanceof Emission.ReachedOut reached ? List.of(reached.outreach()) : List.of();
    }
}
