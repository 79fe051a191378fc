// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationResolved;
import io.baton.event.CustomerMessage;
import io.baton.event.EscalationReviewed;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.SignalReading;
import io.baton.state.AcceptedEvent;
import io.baton.state.AccountMoved;
import io.baton.state.EscalationIssued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people and systems said about a conversation afterwards; the last word on each thing counts. Of most conversations
 * nobody says anything, so nothing is made before it is needed.
 */
final class AfterwardsReader {

    private Map<Integer, AcceptedEvent> escalations = Map.of();
    private Map<String, EscalationReviewed> verdicts = Map.of();
    private Map<String, Integer> scores = Map.of();
    private final List<String> replies = new ArrayList<>();
    private Map<String, String> corrected = Map.of();
    private Map<String, List<Long>> moves = Map.of();
    private Map<Long, String> resolutions = Map.of();
    private Course.Qa qa = Course.Qa.NONE;

    void take(AcceptedEvent event) {
        Object data = event.getFact() instanceof ConversationEvent told ? told.getData() : event.getFact();
        if (data instanceof CustomerMessage) {
            return; // half of all there is
        }
        if (data instanceof AssistantReply) {
            replies.add(event.getEventId());
        } else if (data instanceof EscalationIssued issued) {
            escalations = escalations.isEmpty() ? new TreeMap<>() : escalations;
            escalations.put(issued.getEpisode(), event);
        } else if (data instanceof EscalationReviewed review) {
            judged(review);
        } else if (data instanceof ReplyCorrected correction) {
            corrected = corrected.isEmpty() ? new TreeMap<>() : corrected;
            corrected.put(correction.getReplyId(), correction.getReason());
        } else if (data instanceof QaReviewed review) {
            qa = merged(qa, review);
        } else if (data instanceof ConversationResolved resolved && resolved.getResolution() != null) {
            resolutions = resolutions.isEmpty() ? new TreeMap<>() : resolutions;
            resolutions.put(event.getAt(), resolved.getResolution());
        } else if (data instanceof AccountMoved moved) {
            moves = moves.isEmpty() ? new TreeMap<>() : moves;
            moves.computeIfAbsent(moved.getKind(), kind -> new ArrayList<>()).add(event.getAt());
        }
    }

    private void judged(EscalationReviewed review) {
        verdicts = verdicts.isEmpty() ? new HashMap<>() : verdicts;
        verdicts.put(review.getEscalationId(), review);
        if (review.getContextScore() != null) {
            scores = scores.isEmpty() ? new HashMap<>() : scores;
            scores.put(review.getEscalationId(), review.getContextScore());
        }
    }

    private static Course.Qa merged(Course.Qa before, QaReviewed review) {
        return new Course.Qa(
                later(before.intentAccuracy(), review.getIntentAccuracy()),
                later(before.policyCompliance(), review.getPolicyCompliance()),
                later(before.tone(), review.getTone()),
                later(before.escalationTiming(), review.getEscalationTiming()),
                later(before.shouldHaveEscalated(), review.getShouldHaveEscalated()));
    }

    private static <T> @Nullable T later(@Nullable T before, @Nullable T said) {
        return said == null ? before : said;
    }

    /** A correction of a reply that was never seen is not counted. */
    Map<String, Integer> corrections() {
        if (corrected.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> byReason = new TreeMap<>();
        corrected.forEach((reply, reason) -> {
            if (replies.contains(reply)) {
                byReason.merge(reason, 1, Integer::sum);
            }
        });
        return byReason;
    }

    Course.Qa qa() {
        return qa;
    }

    /** Codes by the time at which they were reported. */
    Map<Long, String> resolutions() {
        return resolutions;
    }

    Map<String, List<Long>> moves() {
        return moves;
    }

    /** A verdict on an escalation that this conversation has not had is not counted. */
    List<Course.Escalation> escalations() {
        if (escalations.isEmpty()) {
            return List.of();
        }
        List<Course.Escalation> all = new ArrayList<>(escalations.size());
        escalations.forEach((episode, event) -> {
            String id = event.getConversationId() + "/" + episode;
            EscalationReviewed review = verdicts.get(id);
            EscalationIssued issued = (EscalationIssued) event.getFact();
            String verdict = review == null ? null : review.getVerdict();
            all.add(new Course.Escalation(event.getAt(), issued.getRule(), carriers(issued), verdict, scores.get(id)));
        });
        return all;
    }

    /** Signals that were aligned or escalated by themselves. */
    private static List<String> carriers(EscalationIssued issued) {
        Set<String> carriers = new LinkedHashSet<>();
        for (SignalReading reading : issued.getReadings()) {
            if (reading.getAligned() || reading.getHard()) {
                carriers.add(reading.getSignal());
            }
        }
        return List.copyOf(carriers);
    }
}
