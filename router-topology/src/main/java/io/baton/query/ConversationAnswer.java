// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationEvent;
import io.baton.event.SignalReading;
import io.baton.policy.decision.Turnaround;
import io.baton.policy.decision.Verdict;
import io.baton.policy.ownership.Handovers;
import io.baton.policy.ownership.Records;
import io.baton.processor.Rules;
import io.baton.serde.Json;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One conversation as it stands: state, who holds it, what the evidence says now, every event, and what the rules said at each. */
final class ConversationAnswer {

    /** What only the router has a use for: fingerprints, the course of a text model, signals by number. */
    private static final List<String> INNER = List.of("recent", "textCourse", "signals");

    private ConversationAnswer() {}

    static ObjectNode of(CustomerState.Conversation conversation, Rules rules, long now) {
        ConversationState s = conversation.state();
        List<AcceptedEvent> journal = conversation.journal();
        ObjectNode body = brief(s).put("waits", Handovers.waits(s))
                .put("policyVersion", rules.ruleset().version())
                .put("policyHash", rules.ruleset().hash());
        ObjectNode state = (ObjectNode) Json.of(s);
        state.remove(INNER);
        body.set("state", state);
        long at = isOver(s) ? s.getLastAt() : Math.max(now, s.getLastAt());
        body.set("evidence", evidence(rules.conversations().judge(s, at), at));
        ArrayNode events = body.putArray("events");
        journal.forEach(event -> events.add(event(event)));
        ArrayNode course = body.putArray("course");
        for (ConversationDecision step : rules.conversations().retrace(s, journal)) {
            course.add(Json.of(step));
        }
        return body;
    }

    /** What a list of conversations says of each. */
    static ObjectNode brief(ConversationState s) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", s.getConversationId())
                .put("customerId", s.getCustomerId())
                .put("owner", s.getOwner().name())
                .put("path", s.getPath().name())
                .put("tier", s.getTier())
                .put("episode", s.getEpisode())
                .put("channel", s.getChannel())
                .put("category", s.getCategory())
                .put("segment", s.getCustomer().getSegment())
                .put("startedAt", Json.time(s.getStartedAt()))
                .put("lastAt", Json.time(s.getLastAt()));
    }

    static boolean isOver(ConversationState s) {
        return s.getResolvedAt() != 0;
    }

    /** A verdict at a moment. */
    static ObjectNode evidence(Verdict verdict, long at) {
        ObjectNode evidence = JsonNodeFactory.instance
                .objectNode()
                .put("at", Json.time(at))
                .put("score", verdict.score())
                .put("threshold", verdict.threshold())
                .put("aligned", verdict.aligned())
                .put("required", verdict.required())
                .put("explanation", verdict.explanation());
        Turnaround flip = verdict.flip();
        evidence.put("flip", flip == null ? null : flip.text());
        ArrayNode signals = evidence.putArray("signals");
        for (SignalReading reading : Records.readings(verdict.readings(), List.of())) {
            signals.add(Json.of(reading));
        }
        return evidence;
    }

    private static ObjectNode event(AcceptedEvent event) {
        SpecificRecord fact = (SpecificRecord) event.getFact();
        JsonNode data = Json.of(fact);
        String what = fact.getSchema().getName();
        if (fact instanceof ConversationEvent told && told.getData() instanceof SpecificRecord said) {
            data = Json.of(said);
            what = said.getSchema().getName();
        }
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", event.getEventId())
                .put("source", event.getSource())
                .put("at", Json.time(event.getAt()))
                .put("what", what);
        row.set("data", data);
        return row;
    }
}
