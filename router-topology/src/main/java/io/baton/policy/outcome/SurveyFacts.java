// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.policy.outcome.OutcomeView.Survey;

/** What customers answered, in the window and channel of the ending it is about; and the end of the backlog. */
final class SurveyFacts {

    private SurveyFacts() {}

    static void of(OutcomeView view, Ending ending, Facts facts) {
        long at = ending.at();
        facts.start(Measures.BACKLOG_CHANGE, at, -1, 0);
        Survey survey = view.survey();
        facts.answer(Measures.CSAT, at, survey.csat());
        facts.answer(Measures.EFFORT, at, survey.effort());
        if (survey.nps() != null) {
            int side = survey.nps() >= 9 ? 100 : survey.nps() >= 7 ? 0 : -100;
            facts.end(Measures.NPS, at, side, 1);
        }
        if (survey.worked() != null) {
            facts.end(Measures.WORKED, at, one(survey.worked()), 1);
        }
    }
}
