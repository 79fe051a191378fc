// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Alert;
import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.CustomerOutreach;
import io.baton.event.EscalationRaised;
import io.baton.state.AcceptedEvent;
import io.baton.state.MetricDelta;
import org.jspecify.annotations.Nullable;

/** What a turn gives to the outside; each kind has its own way to its own topic. */
public sealed interface Emission {

    /** Who should hold the conversation, explained. */
    record Decided(ConversationDecision decision) implements Emission {}

    /** What the assistant must do. */
    record Commanded(AssistantCommand command) implements Emission {}

    /** A hand-over packet for its queue. */
    record HandedOver(EscalationRaised packet) implements Emission {}

    /** A later revision of a packet: the same escalation, no further one. */
    record Updated(EscalationRaised packet) implements Emission {}

    /** A contact worth making. */
    record ReachedOut(CustomerOutreach outreach) implements Emission {}

    /** Something that needs attention. */
    record Alerted(Alert alert) implements Emission {}

    /** How a conversation ended; null after an erasure, which the compacted topic needs as a tombstone. */
    record Ended(@Nullable ConversationOutcome outcome) implements Emission {}

    /** What is to be added to a window; null = the clock of a replay has ticked. */
    record Counted(@Nullable MetricDelta delta) implements Emission {}

    /** An event on which a rule failed. Nothing was written for it. */
    record Failed(AcceptedEvent event, String failure) implements Emission {}
}
