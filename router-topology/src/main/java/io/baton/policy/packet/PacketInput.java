// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.IncidentReported;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.routing.Route;
import io.baton.policy.solution.Solutions;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a packet is written from.
 *
 * @param state the conversation after the ruling
 * @param ruling the decision to escalate
 * @param route where it goes
 * @param journal every accepted event of the conversation in event order, texts masked
 * @param journey what is known of the customer; null = nothing. This conversation and this escalation may be in it or not
 * @param incidents last reports of incidents; closed ones are passed over
 * @param situation which revision of the packet it is, and how the queue stands
 * @param solutions which resolutions have held
 */
public record PacketInput(
        ConversationState state,
        Ruling ruling,
        Route route,
        List<AcceptedEvent> journal,
        @Nullable CustomerJourney journey,
        List<IncidentReported> incidents,
        Situation situation,
        Solutions solutions) {

    /** The first packet of an escalation, with nothing known of the agents. */
    public PacketInput(
            ConversationState state,
            Ruling ruling,
            Route route,
            List<AcceptedEvent> journal,
            @Nullable CustomerJourney journey,
            List<IncidentReported> incidents) {
        this(state, ruling, route, journal, journey, incidents, Situation.raised(ruling.at(), null), Solutions.NONE);
    }
}
