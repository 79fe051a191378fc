// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.event.Channel;
import io.baton.event.Resolver;

/** What an ending says about the work: merged conversations and spam are neither a success nor a failure of anybody. */
final class EndingFacts {

    private EndingFacts() {}

    static void of(OutcomeView view, Ending ending, Facts facts) {
        long at = ending.at();
        boolean stands = view.stands();
        if (stands) {
            facts.end(Measures.RESOLVED, at, 1, 0);
        } else if (ending.abandoned()) {
            facts.end(Measures.ABANDONED, at, 1, 0);
        }
        if (view.back().returned()) {
            facts.end(Measures.RETURNED, at, 1, 0);
        }
        if (stands && ending.durable()) {
            facts.end(Measures.DURABLE, at, 1, 0);
        }
        facts.end(Measures.RESOLUTION_RATE, at, one(stands), 1);
        boolean alone = stands && view.workedBy() == ChannelLabel.of(view.startPath());
        facts.start(Measures.CHANNEL_RESOLUTION_RATE, at, one(alone), 1);
        kept(view, ending, facts);
        if (ending.resolved()) {
            resolved(view, ending, facts);
        }
    }

    /** What was kept from humans (M02, M03, M11, M19). */
    private static void kept(OutcomeView view, Ending ending, Facts facts) {
        long at = ending.at();
        boolean began = ChannelLabel.of(view.startPath()) == Channel.AUTOMATED;
        boolean alone = view.workedBy() == Channel.AUTOMATED && view.handover().count() == 0;
        boolean gaveUp = ending.abandoned() && ending.frustrated();
        if (began) {
            boolean contained = alone && !gaveUp && !view.back().returned();
            facts.add(Measures.CONTAINMENT, "", Channel.AUTOMATED, at, one(contained), 1);
        }
        if (ending.resolved() && began && alone) {
            boolean right = view.takenBack().isEmpty() && !missed(view);
            facts.add(Measures.DEFLECTION_ACCURACY, "", Channel.AUTOMATED, at, one(right), 1);
        }
        if (ending.resolved() && view.workedBy() == Channel.AUTOMATED) {
            ReopeningFacts.missed(facts, at, missed(view));
        }
        if (ending.resolvedBy() == Resolver.ASSISTANT && view.workedBy() == Channel.AUTOMATED) {
            facts.end(Measures.AUTOMATED_RETURNS, at, one(view.back().returned()), 1);
        }
    }

    private static boolean missed(OutcomeView view) {
        OutcomeView.Later later = view.later();
        Integer csat = view.survey().csat();
        boolean unhappy =
                csat != null && later != null && csat <= later.limits().csatFloor();
        boolean told = later != null && Boolean.TRUE.equals(later.course().qa().shouldHaveEscalated());
        return view.back().returned() || unhappy || told;
    }

    private static void resolved(OutcomeView view, Ending ending, Facts facts) {
        long at = ending.at();
        boolean first =
                view.stands() && view.takenBack().isEmpty() && !view.back().followsUp();
        facts.end(Measures.FIRST_CONTACT_RESOLUTION, at, one(first), 1);
        facts.end(Measures.REOPEN_RATE, at, 0, 1);
        if (ending.resolution() != null) {
            facts.add(Measures.SOLVED_BY, ending.resolution(), view.workedBy(), at, one(view.stands()), 1);
        }
        if (!view.stands()) {
            return;
        }
        if (view.workedBy() != Channel.HUMAN) {
            facts.end(Measures.AUTOMATED_TURNS, at, view.turns().assistant(), 1);
        }
        facts.end(Measures.CUSTOMER_TURNS, at, view.turns().customer(), 1);
        facts.end(Measures.TIME_TO_RESOLUTION, at, Math.max(0, at - view.startedAt()), 1);
        if (ending.resolvedBy() == Resolver.AGENT) {
            facts.end(Measures.AGENT_RESOLVED, at, 1, 0);
        }
    }
}
