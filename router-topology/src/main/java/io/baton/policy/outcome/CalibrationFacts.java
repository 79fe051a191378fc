// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.event.Channel;

/**
 * Whether the assistant knows how sure it may be (M17, M18): what it stated with the replies that it sent, and in how many of them it
 * was right. Counted when the outcome has settled, because until then too many seem right; in the channel that the conversation began on,
 * because in the channel of the label the rows of automation would hold its successes only.
 */
final class CalibrationFacts {

    private CalibrationFacts() {}

    static void of(OutcomeView view, long at, Course course, Facts facts) {
        Ending ending = view.ending();
        if (ending == null || !(ending.durable() || view.back().returned())) {
            return;
        }
        long right = one(right(view, course));
        for (Course.Tenth tenth : course.confidence().tenths()) {
            int replies = tenth.sent();
            if (replies > 0) {
                String name = Confidences.NAMES.get(tenth.tenth());
                facts.start(Measures.CONFIDENCE_STATED, name, at, tenth.stated(), replies);
                facts.start(Measures.CONFIDENCE_RIGHT, name, at, right * replies, replies);
            }
        }
    }

    private static boolean right(OutcomeView view, Course course) {
        return view.stands()
                && view.workedBy() == Channel.AUTOMATED
                && view.handover().count() == 0
                && view.takenBack().isEmpty()
                && course.corrections().isEmpty()
                && !Boolean.FALSE.equals(view.survey().worked());
    }
}
