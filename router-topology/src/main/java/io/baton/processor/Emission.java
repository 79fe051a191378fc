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
import io.baton.policy.outcome.RowChange;
import io.baton.state.AcceptedEvent;
import io.baton.state.IncidentDelta;
import io.baton.state.TextLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn gives to the outside; each kind has its own way to its own topic. */
public sealed interface Emission {

    /** The nodes at which its ways begin, so that it is not shown to all others. */
    List<String> ways();

    /** Who should hold the conversation, explained. */
    record Decided(ConversationDecision decision) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_DECISIONS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** What the assistant must do. */
    record Commanded(AssistantCommand command) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_COMMANDS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** A hand-over packet for its queue. */
    record HandedOver(EscalationRaised packet) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_PACKETS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** A later revision of a packet: the same escalation, no further one. */
    record Updated(EscalationRaised packet) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_PACKETS, Nodes.TAKE_MOVED);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** A contact worth making. */
    record ReachedOut(CustomerOutreach outreach) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_OUTREACH);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** Something that needs attention. */
    record Alerted(Alert alert) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_ALERTS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** How a conversation ended; null after an erasure, which the compacted topic needs as a tombstone. */
    record Ended(@Nullable ConversationOutcome outcome) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_OUTCOMES);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** Something for a person to look at. */
    record Noted(ReviewItem item) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_REVIEW_ITEMS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** A labelled example to learn from. */
    record Learnt(TrainingExample example) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_EXAMPLES);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** What is to be added to rows of figures; empty = the clock of a replay has ticked. */
    record Counted(List<RowChange> changes) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_FIGURES);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** What is to be added to the account of an incident. */
    record Touched(IncidentDelta delta) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_TOUCHES);

        @Override
        public List<String> ways() {
            return WAYS;
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

        private static final List<String> WAYS = List.of(Nodes.TAKE_TEXT_LABELS);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }

    /** An event on which a rule failed. Nothing was written for it. */
    record Failed(AcceptedEvent event, String failure) implements Emission {

        private static final List<String> WAYS = List.of(Nodes.TAKE_FAILURES);

        @Override
        public List<String> ways() {
            return WAYS;
        }
    }
}
