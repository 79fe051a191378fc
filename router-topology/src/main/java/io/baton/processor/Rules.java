// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.journey.Journeys;
import io.baton.policy.outcome.Outcomes;
import io.baton.policy.ownership.Conversations;
import io.baton.policy.packet.Packets;
import io.baton.policy.routing.Ladders;
import io.baton.policy.routing.Routing;
import io.baton.policy.ruleset.Ruleset;

/** The rules of all chapters, compiled from one ruleset; immutable and shared by all threads. */
public record Rules(
        Ruleset ruleset,
        Journeys journeys,
        Conversations conversations,
        Routing routing,
        Ladders ladders,
        Packets packets,
        Outcomes outcomes) {

    public static Rules of(Ruleset ruleset) {
        return new Rules(
                ruleset,
                new Journeys(ruleset),
                new Conversations(ruleset),
                new Routing(ruleset),
                new Ladders(ruleset),
                new Packets(ruleset),
                new Outcomes(ruleset));
    }
}
