// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.event.ConversationDecision;
import io.baton.event.Owner;
import io.baton.policy.decision.Turnaround;
import io.baton.policy.decision.Verdict;
import io.baton.processor.Rules;
import io.baton.serde.Json;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.EscalationIssued;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a conversation was handed over, or why it was not: what the evidence says now, when it came nearest, and what would have turned it.
 * Worked out by the rules that decide, so that the answer cannot differ from the decision.
 */
final class WhyAnswer {

    private WhyAnswer() {}

    static ObjectNode of(CustomerState.Conversation conversation, Rules rules, long now) {
        ConversationState s = conversation.state();
        List<AcceptedEvent> journal = conversation.journal();
        long at = ConversationAnswer.isOver(s) ? s.getLastAt() : Math.max(now, s.getLastAt());
        Verdict verdict = rules.conversations().judge(s, at);
        Optional<AcceptedEvent> issued = issued(journal, s.getEpisode());
        Optional<ConversationDecision> nearest = nearest(rules.conversations().retrace(s, journal), s.getEpisode());
        ObjectNode body = ConversationAnswer.brief(s)
                .put("escalated", s.getEscalatedEpisode() == s.getEpisode())
                .put("policyVersion", rules.ruleset().version())
                .put("policyHash", rules.ruleset().hash())
                .put("answer", answer(s, verdict, issued, nearest));
        body.set("evidence", ConversationAnswer.evidence(verdict, at));
        body.set("nearest", nearest.map(Json::of).orElse(null));
        body.set(
                "escalation",
                issued.map(event -> Json.of((EscalationIssued) event.getFact())).orElse(null));
        return body;
    }

    private static String answer(
            ConversationState s,
            Verdict verdict,
            Optional<AcceptedEvent> issued,
            Optional<ConversationDecision> nearest) {
        if (issued.isPresent()) {
            return "It was handed over at " + Json.time(issued.get().getAt()) + ". "
                    + ((EscalationIssued) issued.get().getFact()).getExplanation();
        }
        if (s.getOwner() == Owner.HUMAN || s.getOwner() == Owner.WAITING_FOR_HUMAN) {
            return "A human holds it already, without an escalation of this episode.";
        }
        if (ConversationAnswer.isOver(s)) {
            return "It ended without a human. " + nearest.map(WhyAnswer::told).orElse("Nothing spoke for one.");
        }
        Turnaround flip = verdict.flip();
        return verdict.explanation() + (flip == null ? "" : " " + flip.text());
    }

    private static String told(ConversationDecision step) {
        return "It came nearest at " + Json.time(step.getDecidedAt().toEpochMilli()) + ", with a score of "
                + Math.round(step.getScore() * 100) / 100.0 + " of "
                + Math.round(step.getThreshold() * 100) / 100.0 + " and " + step.getAligned() + " of "
                + step.getRequired() + " signals aligned."
                + (step.getFlip() == null ? "" : " " + step.getFlip().getText());
    }

    /** That this episode was handed over is a fact of the journal, whatever the rules in force now would say. */
    private static Optional<AcceptedEvent> issued(List<AcceptedEvent> journal, int episode) {
        return journal.stream()
                .filter(event -> event.getFact() instanceof EscalationIssued fact && fact.getEpisode() == episode)
                .findFirst();
    }

    /** The step of the episode at which the evidence came nearest to the threshold. */
    private static Optional<ConversationDecision> nearest(List<ConversationDecision> course, int episode) {
        return course.stream()
                .filter(step -> step.getEpisode() == episode && !step.getEscalate())
                .max(Comparator.comparingDouble(step -> step.getScore() / step.getThreshold()));
    }
}
