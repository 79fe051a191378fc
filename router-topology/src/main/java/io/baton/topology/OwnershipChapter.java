// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.names.Nodes;
import io.baton.processor.Emission;
import io.baton.processor.TurnProcessorSupplier;
import io.baton.state.AcceptedEvent;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Chapters 3 and 4: evidence is gathered and ownership decided, in one processor, because they share one state: an
 * ordinary turn reads it once, writes it once and appends one entry to the transcript.
 */
final class OwnershipChapter {

    private OwnershipChapter() {}

    static KStream<String, Emission> of(KStream<String, AcceptedEvent> events, Codecs codecs, Wiring wiring) {
        KStream<String, Emission> turns = events.process(
                new TurnProcessorSupplier(codecs.turnSetup(), wiring.clockwork(), wiring.rulebook()),
                Named.as(Nodes.DECIDE_OWNER));

        turns.flatMapValues(OwnershipChapter::decision, Named.as(Nodes.TAKE_DECISIONS))
                .to(
                        wiring.topics().decisions(),
                        Produced.with(Serdes.String(), codecs.record(ConversationDecision.class))
                                .withName(Nodes.WRITE_DECISIONS));
        turns.flatMapValues(OwnershipChapter::command, Named.as(Nodes.TAKE_COMMANDS))
                .to(
                        wiring.topics().assistantCommands(),
                        Produced.with(Serdes.String(), codecs.record(AssistantCommand.class))
                                .withName(Nodes.WRITE_COMMANDS));
        turns.filter((key, emission) -> emission instanceof Emission.Failed, Named.as(Nodes.TAKE_FAILURES))
                .process(codecs.failures(), Named.as(Nodes.SHAPE_FAILURE))
                .to(
                        wiring.topics().deadLetters(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName(Nodes.WRITE_FAILURES));
        return turns;
    }

    private static List<ConversationDecision> decision(Emission emission) {
        return emission instanceof Emission.Decided decided ? List.of(decided.decision()) : List.of();
    }

    private static List<AssistantCommand> command(Emission emission) {
        return emission instanceof Emission.Commanded commanded ? List.of(commanded.command()) : List.of();
    }
}
