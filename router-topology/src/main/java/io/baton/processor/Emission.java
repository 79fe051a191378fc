// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.names.Nodes;
import io.baton.state.AcceptedEvent;
import io.baton.state.MetricDelta;
import org.jspecify.annotations.Nullable;

/** What a turn gives to the outside; each kind has its own way to its own topic. */
public sealed interface Emission {

    /** The node at which its way begins, so that it is not shown to all others. */
    String way();

    /** Who should hold the conversation, explained. */
    record Decided(ConversationDecision decision) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_DECISIONS;
        }
    }

    /** What the assistant must do. */
    record Commanded(AssistantCommand command) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_COMMANDS;
        }
    }

    /** A hand-over packet for its queue. */
    record HandedOver(EscalationRaised packet) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_PACKETS;
        }
    }

    /** How a conversation ended; null after an erasure, which the compacted topic needs as a tombstone. */
    record Ended(@Nullable ConversationOutcome outcome) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_OUTCOMES;
        }
    }

    /** What is to be added to a window; null = the clock of a replay has ticked. */
    record Counted(@Nullable MetricDelta delta) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_FIGURES;
        }
    }

    /** An event on which a rule failed. Nothing was written for it. */
    record Failed(AcceptedEvent event, String failure) implements Emission {

        @Override
        public String way() {
            return Nodes.TAKE_FAILURES;
        }
    }
}
