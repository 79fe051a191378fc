// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import io.baton.policy.outcome.OutcomeView.Survey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation adds to one measure as it stands: whole numbers, so that adding and taking back are exact.
 *
 * @param channel who counts it
 * @param at time whose window it belongs to, epoch milliseconds
 * @param numerator what it adds to the numerator, before scaling
 * @param denominator what it adds to the denominator
 */
record Fact(
        Measures measure,
        Channel channel,
        long at,
        @Nullable String category,
        String segment,
        long numerator,
        long denominator) {

    /** Everything that follows from the state of a conversation alone. */
    static List<Fact> of(OutcomeView view) {
        List<Fact> facts = new ArrayList<>(16);
        begun(view, facts);
        Ending ending = view.ending();
        if (ending != null) {
            worth(view, ending, facts);
            answered(view, ending, facts);
            if (ending.resolved()) {
                resolved(view, ending, facts);
            }
        }
        return facts;
    }

    /** One escalation that has left the router. */
    static List<Fact> escalated(OutcomeView view, long at) {
        return List.of(started(Measures.ESCALATED, view, at, 1, 0), started(Measures.ESCALATION_RATE, view, at, 1, 0));
    }

    /** A resolution that did not hold. */
    static List<Fact> reopened(OutcomeView view, Ending ending) {
        return List.of(ended(Measures.REOPENED, view, ending, 1, 0), ended(Measures.REOPEN_RATE, view, ending, 1, 1));
    }

    private static void begun(OutcomeView view, List<Fact> facts) {
        long at = view.startedAt();
        facts.add(started(Measures.STARTED, view, at, 1, 0));
        facts.add(started(Measures.ESCALATION_RATE, view, at, 0, 1));
        facts.add(
                started(Measures.ESCALATED_SHARE, view, at, one(view.handover().count() > 0), 1));
        if (view.handover().joined()) {
            long from = view.handover().lastAt();
            facts.add(started(Measures.HUMAN_WAIT, view, from, view.handover().joinedAt() - from, 1));
        }
    }

    /** Merged conversations and spam are neither a success nor a failure of anybody. */
    private static void worth(OutcomeView view, Ending ending, List<Fact> facts) {
        if (ending.resolved()) {
            facts.add(ended(Measures.RESOLVED, view, ending, 1, 0));
        } else if (ending.abandoned()) {
            facts.add(ended(Measures.ABANDONED, view, ending, 1, 0));
        } else {
            return;
        }
        facts.add(ended(Measures.RESOLUTION_RATE, view, ending, one(ending.resolved()), 1));
        if (ChannelLabel.of(view.startPath()) == Channel.AUTOMATED) {
            facts.add(new Fact(
                    Measures.CONTAINMENT,
                    Channel.AUTOMATED,
                    ending.at(),
                    view.category(),
                    view.segment(),
                    one(contained(view, ending)),
                    1));
        }
    }

    /** A customer who was waiting for a human, or left in frustration, was not helped by the assistant. */
    private static boolean contained(OutcomeView view, Ending ending) {
        boolean gaveUp = ending.abandoned() && ending.frustrated();
        return view.workedBy() == Channel.AUTOMATED && view.handover().count() == 0 && !gaveUp;
    }

    private static void resolved(OutcomeView view, Ending ending, List<Fact> facts) {
        facts.add(ended(Measures.REOPEN_RATE, view, ending, 0, 1));
        if (view.workedBy() != Channel.HUMAN) {
            facts.add(ended(Measures.AUTOMATED_TURNS, view, ending, view.turns().assistant(), 1));
        }
        facts.add(ended(Measures.CUSTOMER_TURNS, view, ending, view.turns().customer(), 1));
        long took = Math.max(0, ending.at() - view.startedAt());
        facts.add(ended(Measures.TIME_TO_RESOLUTION, view, ending, took, 1));
    }

    private static void answered(OutcomeView view, Ending ending, List<Fact> facts) {
        Survey survey = view.survey();
        if (survey.csat() != null) {
            facts.add(ended(Measures.CSAT, view, ending, survey.csat(), 1));
        }
        if (survey.effort() != null) {
            facts.add(ended(Measures.EFFORT, view, ending, survey.effort(), 1));
        }
        if (survey.nps() != null) {
            int side = survey.nps() >= 9 ? 100 : survey.nps() >= 7 ? 0 : -100;
            facts.add(ended(Measures.NPS, view, ending, side, 1));
        }
        if (survey.worked() != null) {
            facts.add(ended(Measures.WORKED, view, ending, one(survey.worked()), 1));
        }
    }

    private static Fact started(Measures measure, OutcomeView view, long at, long numerator, long denominator) {
        Channel channel = ChannelLabel.of(view.startPath());
        return new Fact(measure, channel, at, view.category(), view.segment(), numerator, denominator);
    }

    private static Fact ended(Measures measure, OutcomeView view, Ending ending, long numerator, long denominator) {
        return new Fact(measure, view.workedBy(), ending.at(), view.category(), view.segment(), numerator, denominator);
    }

    private static long one(boolean holds) {
        return holds ? 1 : 0;
    }
}
