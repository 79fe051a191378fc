// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.List;

/**
 * What one conversation adds to one measure as it stands: whole numbers, so that adding and taking back are exact. A
 * conversation has at most one fact a measure, name and time; of reopenings of the same millisecond one for each.
 *
 * @param name which of a family; empty where the measure is none
 * @param numerator what it adds to the numerator, before scaling
 * @param denominator what it adds to the denominator
 */
record Fact(Measures measure, String name, Where where, long numerator, long denominator) {

    /** Room for those of an open conversation, and of one that has ended. */
    private static final int FEW = 8;

    private static final int MANY = 56;

    /** Everything that follows from how a conversation stands. */
    static List<Fact> of(OutcomeView view) {
        Facts facts = new Facts(view, view.ending() == null ? FEW : MANY);
        if (view.shell()) {
            facts.start(Measures.UNATTRIBUTED, view.startedAt(), 1, 0);
            return facts.list();
        }
        BeginningFacts.of(view, facts);
        ReopeningFacts.of(view, facts);
        Ending ending = view.ending();
        if (ending != null && ending.counts()) {
            EndingFacts.of(view, ending, facts);
        }
        if (ending != null) {
            SurveyFacts.of(view, ending, facts);
        }
        if (view.later() != null) {
            JudgementFacts.of(view, view.later(), facts);
        }
        return facts.list();
    }

    /** Whether the two add to the same figure, in whatever row. */
    boolean sharesFigureWith(Fact other) {
        return measure == other.measure && name.equals(other.name);
    }

    /** How a figure is called in deltas and totals. */
    static String figure(Measures measure, String name) {
        return name.isEmpty() ? measure.id() : measure.id() + "." + name;
    }
}
