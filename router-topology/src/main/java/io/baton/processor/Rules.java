// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.policy.feed.ReviewItems;
import io.baton.policy.journey.Journeys;
import io.baton.policy.learning.KnownModel;
import io.baton.policy.learning.KnownModels;
import io.baton.policy.learning.Labelling;
import io.baton.policy.learning.ModelMood;
import io.baton.policy.outcome.Outcomes;
import io.baton.policy.outcome.Settlement;
import io.baton.policy.outreach.Outreaches;
import io.baton.policy.ownership.Conversations;
import io.baton.policy.packet.Packets;
import io.baton.policy.packet.ReAsk;
import io.baton.policy.playbook.Incidents;
import io.baton.policy.routing.Ladders;
import io.baton.policy.routing.Routing;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.MoodReader;
import io.baton.policy.signal.WordMood;
import io.baton.policy.solution.Solutions;
import io.baton.policyfile.ShippedWords;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all chapters, compiled from one ruleset; immutable and shared by all threads.
 *
 * @param moods who reads how customers feel where the platform does not say
 * @param base the text model that the ruleset means, as it was before anything was learned; null = none
 * @param labelling turns surveys and reviews into labels; null where the ruleset keeps none
 * @param solutions which resolutions have held, as far as this instance has read; packets name them, no decision depends on them
 */
public record Rules(
        Ruleset ruleset,
        Journeys journeys,
        Outreaches outreaches,
        Conversations conversations,
        MoodReader moods,
        @Nullable KnownModel base,
        @Nullable Labelling labelling,
        Routing routing,
        Ladders ladders,
        Packets packets,
        ReAsk reAsk,
        Outcomes outcomes,
        Settlement settlement,
        ReviewItems reviewItems,
        Incidents incidents,
        Solutions solutions) {

    /** @param models of which the ruleset's model is one, where it names one */
    public static Rules of(Ruleset ruleset, KnownModels models) {
        KnownModel base = models.base(ruleset.textModel());
        KnownModel inForce = models.inForce(ruleset.textModel());
        MoodReader moods = inForce == null ? new WordMood() : new ModelMood(models, inForce, ShippedWords.scorer());
        return new Rules(
                ruleset,
                new Journeys(ruleset),
                new Outreaches(ruleset),
                new Conversations(ruleset, moods),
                moods,
                base,
                ruleset.textModel().keepsLabels() && base != null ? new Labelling(base, ShippedWords.scorer()) : null,
                new Routing(ruleset),
                new Ladders(ruleset),
                new Packets(ruleset, moods),
                new ReAsk(ruleset),
                new Outcomes(ruleset),
                new Settlement(ruleset),
                new ReviewItems(ruleset),
                Incidents.NONE,
                Solutions.NONE);
    }

    /** The same rules while these incidents are known. */
    public Rules with(Incidents known) {
        return with(conversations.with(known), known, solutions);
    }

    /** The same rules while this is known of resolutions. */
    public Rules with(Solutions known) {
        return with(conversations, incidents, known);
    }

    private Rules with(Conversations now, Incidents open, Solutions known) {
        return new Rules(
                ruleset,
                journeys,
                outreaches,
                now,
                moods,
                base,
                labelling,
                routing,
                ladders,
                packets,
                reAsk,
                outcomes,
                settlement,
                reviewItems,
                open,
                known);
    }
}
