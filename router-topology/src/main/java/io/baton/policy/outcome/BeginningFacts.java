// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.policy.ruleset.Ruleset;

/** What counts from the beginning on. */
final class BeginningFacts {

    private BeginningFacts() {}

    static void of(OutcomeView view, Facts facts) {
        long at = view.startedAt();
        boolean handedOver = view.handover().count() > 0;
        facts.start(Measures.STARTED, at, 1, 0);
        facts.start(Measures.BACKLOG_CHANGE, at, 1, 0);
        facts.start(Measures.ESCALATION_RATE, at, 0, 1);
        facts.start(Measures.ESCALATED_SHARE, at, one(handedOver), 1);
        if (view.handover().joined()) {
            long from = view.handover().lastAt();
            facts.start(Measures.HUMAN_WAIT, from, view.handover().joinedAt() - from, 1);
        }
        if (view.handover().line() != null) {
            line(view.handover(), view.handover().line(), facts);
        }
        Ending ending = view.ending();
        if (handedOver && ending != null) {
            cohort(view, ending, facts);
        }
    }

    /** How the queue does in which the last escalation stands (M23, R23, H17). */
    private static void line(OutcomeView.Handover handover, OutcomeView.Line line, Facts facts) {
        long from = handover.lastAt();
        if (line.waits()) {
            facts.start(Measures.WAITING, line.queue(), from, 1, 0);
        } else if (handover.joined()) {
            boolean inTime = line.dueAt() == null || handover.joinedAt() <= line.dueAt();
            facts.start(Measures.QUEUE_WAIT, line.queue(), from, handover.joinedAt() - from, 1);
            facts.start(Measures.WITHIN_TARGET, line.queue(), from, one(inTime), 1);
            facts.start(Measures.RE_ASKED, line.queue(), from, one(line.reAsked()), 1);
        }
    }

    /** What became of those who began together and were handed over (M21). */
    private static void cohort(OutcomeView view, Ending ending, Facts facts) {
        if (ending.counts()) {
            facts.start(Measures.ESCALATED_RESOLUTION_RATE, view.startedAt(), one(view.stands()), 1);
        }
        Integer csat = view.survey().csat();
        if (csat != null) {
            facts.start(Measures.ESCALATED_CSAT, view.startedAt(), csat, 1);
        }
    }

    /** What a policy says about a category that figures depend on. */
    static OutcomeView.Limits limits(Ruleset rules, OutcomeView view) {
        var category = rules.category(view.category());
        return new OutcomeView.Limits(category.csatFloor(), category.highStakes());
    }
}
