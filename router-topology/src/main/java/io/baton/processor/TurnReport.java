// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.AssistantCommand;
import io.baton.event.EscalationRaised;
import io.baton.policy.ownership.Records;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.ownership.Turn;
import io.baton.state.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a turn has decided, for the topics of decisions and commands.
 *
 * @param allDecisions whether decisions that changed nothing are written too
 */
record TurnReport(boolean allDecisions) {

    /** The rulings of a turn that hands nothing over. */
    void add(Turn turn, ConversationState after, Rules rules, Work work) {
        turn.rulings().forEach(ruling -> add(ruling, after, null, rules, work));
    }

    /** @param packet the packet that goes with the ruling: the customer is told what it says; null = none */
    void add(Ruling ruling, ConversationState after, @Nullable EscalationRaised packet, Rules rules, Work work) {
        if (ruling.changed() || ruling.command() != null || allDecisions) {
            work.emit(
                    new Emission.Decided(Records.decision(after, ruling, rules.ruleset(), rules.moods())), ruling.at());
        }
        AssistantCommand command = Records.command(after, ruling, packet == null ? null : packet.getCustomerMessage());
        if (command != null) {
            work.emit(new Emission.Commanded(command), ruling.at());
        }
        if (packet != null) {
            work.emit(new Emission.HandedOver(packet), ruling.at());
        }
    }
}
