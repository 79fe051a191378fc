// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * Classifies a new kind of issue by three questions (R05).
 *
 * @param repeatable whether it comes up again and again in the same form
 * @param judgement whether it takes feeling, carries risk or needs judgement
 * @param singleAnswer whether there is one clear answer
 */
public record ThreeQuestions(boolean repeatable, boolean judgement, boolean singleAnswer) {

    /** Yes, no and yes make an issue that may be automated; judgement makes one for humans; all else is drafted. */
    public int tier() {
        if (judgement) {
            return 3;
        }
        return repeatable && singleAnswer ? 1 : 2;
    }
}
