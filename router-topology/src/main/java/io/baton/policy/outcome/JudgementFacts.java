// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

/** What the journal says: escalations with the verdicts on them, and once the conversation has ended its course. */
final class JudgementFacts {

    private JudgementFacts() {}

    static void of(OutcomeView view, OutcomeView.Later later, Facts facts) {
        later.course().escalations().forEach(escalation -> escalated(escalation, facts));
        Ending ending = view.ending();
        if (ending == null) {
            return;
        }
        review(later.course().qa(), ending.at(), facts);
        if (ending.counts()) {
            CourseFacts.of(view, ending.at(), later, facts);
        }
    }

    private static void escalated(Course.Escalation escalation, Facts facts) {
        long at = escalation.at();
        facts.start(Measures.ESCALATED, at, 1, 0);
        facts.start(Measures.ESCALATION_RATE, at, 1, 0);
        if (!escalation.rule().isEmpty()) {
            facts.start(Measures.TRIGGER, escalation.rule(), at, 1, 0);
        }
        escalation.signals().forEach(signal -> facts.start(Measures.TRIGGER_SIGNAL, signal, at, 1, 0));
        if (escalation.contextScore() != null) {
            facts.start(Measures.CONTEXT_SCORE, at, escalation.contextScore(), 1);
        }
        if (escalation.verdict() != null) {
            judged(escalation, escalation.verdict(), facts);
        }
    }

    private static void judged(Course.Escalation escalation, String verdict, Facts facts) {
        long at = escalation.at();
        long needed = one(escalation.needed());
        facts.start(Measures.ESCALATION_PRECISION, at, needed, 1);
        facts.start(Measures.ESCALATION_TOO_LATE, at, one(verdict.equals("too-late")), 1);
        if (!escalation.rule().isEmpty()) {
            facts.start(Measures.RULE_PRECISION, escalation.rule(), at, needed, 1);
        }
        escalation.signals().forEach(signal -> facts.start(Measures.SIGNAL_PRECISION, signal, at, needed, 1));
        if (escalation.needed()) {
            facts.start(Measures.ESCALATION_RECALL, at, 1, 1);
        }
        if (verdict.equals("needed")) {
            inTime(escalation, facts);
        }
    }

    private static void inTime(Course.Escalation escalation, Facts facts) {
        long at = escalation.at();
        if (!escalation.rule().isEmpty()) {
            facts.start(Measures.RULE_RECALL, escalation.rule(), at, 1, 0);
        }
        escalation.signals().forEach(signal -> facts.start(Measures.SIGNAL_RECALL, signal, at, 1, 0));
    }

    private static void review(Course.Qa qa, long at, Facts facts) {
        facts.answer(Measures.QA_INTENT_ACCURACY, at, qa.intentAccuracy());
        facts.answer(Measures.QA_POLICY_COMPLIANCE, at, qa.policyCompliance());
        facts.answer(Measures.QA_TONE, at, qa.tone());
        facts.answer(Measures.QA_ESCALATION_TIMING, at, qa.escalationTiming());
        long points = 0;
        long judged = 0;
        for (Integer score :
                new Integer[] {qa.intentAccuracy(), qa.policyCompliance(), qa.tone(), qa.escalationTiming()}) {
            points += score == null ? 0 : score;
            judged += one(score != null);
        }
        if (judged > 0) {
            facts.end(Measures.RESOLUTION_QUALITY, at, points, judged);
        }
    }
}
