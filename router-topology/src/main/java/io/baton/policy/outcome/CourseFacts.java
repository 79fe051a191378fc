// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Facts.one;

import io.baton.event.Channel;
import java.time.Duration;
import java.util.List;

/** Clocks, answers, confidence, cost and what came of it: figures of a conversation that was resolved or abandoned. */
final class CourseFacts {

    private static final long DOWNSTREAM = Duration.ofDays(90).toMillis();

    private CourseFacts() {}

    static void of(OutcomeView view, long at, OutcomeView.Later later, Facts facts) {
        Course course = later.course();
        clocks(view, at, course, facts);
        confidence(at, course.confidence(), facts);
        CalibrationFacts.of(view, at, course, facts);
        work(view, at, course, facts);
        if (view.category() != null && course.firstCategory() != null) {
            boolean moved = !view.category().equals(course.firstCategory());
            facts.end(Measures.MISCLASSIFICATION, at, one(moved), 1);
        }
        for (String part : Course.CONTEXT) {
            facts.start(Measures.CONTEXT_GAP, part, at, one(course.unknown().contains(part)), 1);
        }
        for (Course.Gap gap : course.gaps()) {
            for (String part : Course.PASSED_ON) {
                String name = gap.rule() + "." + part;
                facts.start(Measures.HANDOVER_GAP, name, at, one(gap.unknown().contains(part)), 1);
            }
        }
        if (course.variant() != null && view.workedBy() != Channel.HUMAN) {
            boolean alone = view.stands() && view.workedBy() == Channel.AUTOMATED;
            facts.add(Measures.VARIANT_SUCCESS, course.variant(), view.workedBy(), at, one(alone), 1);
        }
        if (course.triedBefore() >= 0) {
            facts.end(Measures.IMMEDIATE_ESCALATION, at, one(course.triedBefore() <= 1), 1);
        }
        downstream(view, at, later, facts);
    }

    private static void clocks(OutcomeView view, long at, Course course, Facts facts) {
        Course.Clocks clocks = course.clocks();
        facts.end(Measures.ASSISTANT_TIME, at, clocks.assistant(), 1);
        facts.end(Measures.QUEUE_TIME, at, clocks.queue(), 1);
        facts.end(Measures.HUMAN_TIME, at, clocks.human(), 1);
        facts.end(Measures.QUEUE_TIME_OPEN, at, clocks.queueOpen(), 1);
        facts.end(Measures.HUMAN_TIME_OPEN, at, clocks.humanOpen(), 1);
        if (view.handover().count() > 0 && clocks.human() > 0 && view.workedBy() != Channel.AUTOMATED) {
            facts.end(Measures.HANDLE_TIME, at, clocks.human(), 1);
        }
        Course.Answers answers = course.answers();
        if (answers.count() > 0) {
            facts.end(Measures.FIRST_RESPONSE, at, answers.first(), 1);
            facts.end(Measures.RESPONSE_TIME, at, answers.sum(), answers.count());
        }
    }

    private static void confidence(long at, Course.Confidence confidence, Facts facts) {
        if (confidence.count() == 0) {
            return;
        }
        facts.end(Measures.CONFIDENCE, at, confidence.sum(), confidence.count());
        for (Course.Tenth tenth : confidence.tenths()) {
            String name = Confidences.NAMES.get(tenth.tenth());
            facts.add(Measures.CONFIDENCE_TENTH, name, facts.view().workedBy(), at, tenth.replies(), 0);
        }
    }

    private static void work(OutcomeView view, long at, Course course, Facts facts) {
        boolean assistant = view.turns().assistant() > 0;
        if (assistant) {
            facts.end(Measures.ASSISTANT_CONTACTS, at, 1, 0);
            facts.end(Measures.ASSISTANT_REPLIES, at, view.turns().assistant(), 0);
        }
        if (view.workedBy() != Channel.AUTOMATED) {
            facts.end(Measures.HUMAN_CONTACTS, at, 1, 0);
        }
        if (course.agentMessages() > 0) {
            facts.end(Measures.DRAFT_SHARE, at, course.drafts(), course.agentMessages());
        }
        if (course.kept() + course.changed() > 0) {
            facts.end(Measures.DRAFT_KEPT, at, course.kept(), course.kept() + course.changed());
        }
        if (assistant && view.workedBy() != Channel.HUMAN) {
            boolean failed = Boolean.FALSE.equals(view.survey().worked())
                    || !course.corrections().isEmpty();
            facts.end(Measures.UNHELPFUL, at, one(failed), 1);
        }
        if (view.workedBy() != Channel.HUMAN) {
            course.corrections()
                    .forEach((reason, count) -> facts.add(Measures.CORRECTIONS, reason, view.workedBy(), at, count, 0));
        }
    }

    /** What the account did within 90 days (M25), and whether people kept it (M26). */
    private static void downstream(OutcomeView view, long at, OutcomeView.Later later, Facts facts) {
        boolean churned = moved(later, "churned", at);
        boolean expanded = moved(later, "expanded", at);
        boolean renewed = moved(later, "renewed", at);
        facts.end(Measures.CHURNED_AFTER, at, one(churned), 1);
        facts.end(Measures.EXPANDED_AFTER, at, one(expanded), 1);
        facts.end(Measures.RENEWED_AFTER, at, one(renewed), 1);
        if (later.limits().highStakes() && view.workedBy() != Channel.AUTOMATED) {
            facts.end(Measures.HIGH_STAKES_SAVED, at, one((expanded || renewed) && !churned), 1);
        }
    }

    private static boolean moved(OutcomeView.Later later, String kind, long end) {
        for (long time : later.course().moves().getOrDefault(kind, List.of())) {
            if (time > end && time <= end + DOWNSTREAM) {
                return true;
            }
        }
        return false;
    }
}
