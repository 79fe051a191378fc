// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Alert;
import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.CustomerOutreach;
import io.baton.event.EscalationRaised;
import io.baton.event.ReviewItem;
import io.baton.event.TrainingExample;
import io.baton.names.Nodes;
import io.baton.state.AcceptedEvent;
import io.baton.state.MetricDelta;
import io.baton.state.TextLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn gives to the outside; each kind has its own way to its own topic. */
public sealed interface Emission {

    /** The nodes at which its ways begin, so that it is not shown to all others. */
    List<String> ways();

    /** Who should hold the conversation, explained. */
    record Decided(ConversationDecision decision) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_DECISIONS);
        }
    }

    /** What the assistant must do. */
    record Commanded(AssistantCommand command) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_COMMANDS);
        }
    }

    /** A hand-over packet for its queue. */
    record HandedOver(EscalationRaised packet) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_PACKETS);
        }
    }

    /** A later revision of a packet: the same escalation, no further one. */
    record Updated(EscalationRaised packet) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_PACKETS, Nodes.TAKE_MOVED);
        }
    }

    /** A contact worth making. */
    record ReachedOut(CustomerOutreach outreach) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_OUTREACH);
        }
    }

    /** Something that needs attention. */
    record Alerted(Alert alert) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_ALERTS);
        }
    }

    /** How a conversation ended; null after an erasure, which the compacted topic needs as a tombstone. */
    record Ended(@Nullable ConversationOutcome outcome) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_OUTCOMES);
        }
    }

    /** Something for a person to look at. */
    record Noted(ReviewItem item) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_REVIEW_ITEMS);
        }
    }

    /** A labelled example to learn from. */
    record Learnt(TrainingExample example) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_EXAMPLES);
        }
    }

    /** What is to be added to a window; null = the clock of a replay has ticked. */
    record Counted(@Nullable MetricDelta delta) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_FIGURES);
        }
    }

    /** An event has moved no figure, because it contradicts what is known; counted and sent nowhere. */
    record Idle() implements Emission {

        @Override
        public List<String> ways() {
            return List.of();
        }
    }

    /** What a moment of a conversation has turned out to be, or that a customer is to be forgotten. */
    record Taught(TextLabel label) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_TEXT_LABELS);
        }
    }

    /** An event on which a rule failed. Nothing was written for it. */
    record Failed(AcceptedEvent event, String failure) implements Emission {

        @Override
        public List<String> ways() {
            return List.of(Nodes.TAKE_FAILURES);
        }
    }
}
