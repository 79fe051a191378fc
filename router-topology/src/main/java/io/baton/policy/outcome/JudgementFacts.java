// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.event.Channel;

/** What the journal says: verdicts on escalations, and once the conversation has ended its course. */
final class JudgementFacts {

    private JudgementFacts() {}

    static void of(OutcomeView view, OutcomeView.Later later, Facts facts) {
        later.course().judged().forEach(judged -> judged(judged, facts));
        Ending ending = view.ending();
        if (ending == null) {
            return;
        }
        review(later.course().qa(), ending.at(), facts);
        if (ending.counts()) {
            CourseFacts.of(view, ending.at(), later, facts);
        }
    }

    private static void judged(Course.Judged judged, Facts facts) {
        long needed = one(judged.needed());
        add(facts, judged, Measures.ESCALATION_PRECISION, "", needed);
        add(
                facts,
                judged,
                Measures.ESCALATION_TOO_LATE,
                "",
                one(judged.verdict().equals("too-late")));
        add(facts, judged, Measures.RULE_PRECISION, judged.rule(), needed);
        judged.signals().forEach(signal -> add(facts, judged, Measures.SIGNAL_PRECISION, signal, needed));
        if (judged.needed()) {
            add(facts, judged, Measures.ESCALATION_RECALL, "", 1);
        }
        if (judged.contextScore() != null) {
            add(facts, judged, Measures.CONTEXT_SCORE, "", judged.contextScore());
        }
    }

    /** In the row in which the escalation itself is counted. */
    private static void add(Facts facts, Course.Judged judged, Measures measure, String name, long numerator) {
        Channel channel = ChannelLabel.of(judged.path());
        facts.list()
                .add(new Fact(measure, name, channel, judged.at(), judged.category(), judged.segment(), numerator, 1));
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
