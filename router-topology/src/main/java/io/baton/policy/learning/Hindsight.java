// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.EscalationReviewed;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.SurveyAnswered;
import io.baton.state.AcceptedEvent;
import io.baton.state.EscalationIssued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surveys, corrections and reviews say of a message of the customer, as a class: bad, neither, or good.
 *
 * @param about event id of the message
 * @param target place of the class, the worst first
 * @param source survey, correction, qa or escalation
 */
record Hindsight(String about, int target, String source) {

    /** Satisfaction up to which a conversation went badly, and from which it went well (1 to 5). */
    private static final int LOW_CSAT = 2;

    private static final int HIGH_CSAT = 4;
    /** Effort up to which a conversation went well, and from which it went badly (1 to 7). */
    private static final int LITTLE_EFFORT = 2;

    private static final int MUCH_EFFORT = 6;

    /** Whether an event of this kind says anything; asked of every event, so it looks at the kind alone. */
    static boolean speaks(AcceptedEvent event) {
        Object data = data(event);
        return data instanceof SurveyAnswered
                || data instanceof ReplyCorrected
                || data instanceof EscalationReviewed
                || data instanceof QaReviewed;
    }

    /**
     * What an event says; null where it says nothing, or the message that it is about is not there.
     *
     * @param journal the conversation in order, the event included or not
     */
    static @Nullable Hindsight of(List<AcceptedEvent> journal, AcceptedEvent event, int classes) {
        Object data = data(event);
        if (data instanceof SurveyAnswered survey) {
            return about(lastBefore(journal, event.getAt()), verdict(survey), "survey", classes);
        }
        if (data instanceof ReplyCorrected correction) {
            return about(answerTo(journal, correction.getReplyId()), -1, "correction", classes);
        }
        if (data instanceof EscalationReviewed review) {
            Integer verdict = "not-needed".equals(review.getVerdict()) ? 0 : -1;
            return about(lastBefore(journal, escalatedAt(journal, review)), verdict, "escalation", classes);
        }
        if (data instanceof QaReviewed review && review.getShouldHaveEscalated() != null) {
            int verdict = review.getShouldHaveEscalated() ? -1 : 0;
            return about(lastBefore(journal, event.getAt()), verdict, "qa", classes);
        }
        return null;
    }

    /** -1 bad, 0 neither, 1 good, null nothing said; of several answers the worst. */
    private static @Nullable Integer verdict(SurveyAnswered survey) {
        Integer verdict = null;
        if (survey.getCsat() != null) {
            verdict = survey.getCsat() <= LOW_CSAT ? -1 : survey.getCsat() >= HIGH_CSAT ? 1 : 0;
        }
        if (survey.getEffort() != null) {
            verdict = worse(
                    verdict, survey.getEffort() >= MUCH_EFFORT ? -1 : survey.getEffort() <= LITTLE_EFFORT ? 1 : 0);
        }
        return survey.getWorked() == null ? verdict : worse(verdict, survey.getWorked() ? 1 : -1);
    }

    private static Integer worse(@Nullable Integer a, int b) {
        return a == null ? b : Math.min(a, b);
    }

    private static @Nullable Hindsight about(
            @Nullable AcceptedEvent message, @Nullable Integer verdict, String source, int classes) {
        if (message == null || verdict == null) {
            return null;
        }
        int target = verdict < 0 ? 0 : verdict > 0 ? classes - 1 : classes / 2;
        return new Hindsight(message.getEventId(), target, source);
    }

    private static @Nullable AcceptedEvent lastBefore(List<AcceptedEvent> journal, long at) {
        AcceptedEvent last = null;
        for (AcceptedEvent event : journal) {
            if (event.getAt() <= at && data(event) instanceof CustomerMessage) {
                last = event;
            }
        }
        return last;
    }

    private static @Nullable AcceptedEvent answerTo(List<AcceptedEvent> journal, String replyId) {
        boolean replied = false;
        for (AcceptedEvent event : journal) {
            if (replied && data(event) instanceof CustomerMessage) {
                return event;
            }
            replied |= event.getEventId().equals(replyId);
        }
        return null;
    }

    /** When the escalation that a review is about left the router; before all time where there was none. */
    private static long escalatedAt(List<AcceptedEvent> journal, EscalationReviewed review) {
        for (AcceptedEvent event : journal) {
            if (event.getFact() instanceof EscalationIssued
                    && event.getEventId().equals(review.getEscalationId())) {
                return event.getAt();
            }
        }
        return Long.MIN_VALUE;
    }

    private static Object data(AcceptedEvent event) {
        return event.getFact() instanceof ConversationEvent told ? told.getData() : event.getFact();
    }
}
