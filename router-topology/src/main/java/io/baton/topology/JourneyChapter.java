// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.names.Nodes;
import io.baton.processor.JourneyProcessor;
import io.baton.state.AcceptedEvent;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Chapter 2: facts about a customer are kept, and become events of the conversations that customer has open. */
final class JourneyChapter {

    private JourneyChapter() {}

    static KStream<String, AcceptedEvent> of(KStream<String, AcceptedEvent> events, Codecs codecs, Wiring wiring) {
        return events.process(
                JourneyProcessor.supplier(codecs.turnSetup(), wiring.rulebook()), Named.as(Nodes.FOLLOW_JOURNEY));
    }
}
