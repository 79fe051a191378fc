// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.Case;
import io.baton.edge.http.board.Status;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does with an escalation. Each is an event on the input topic; the router decides what follows from it, and the
 * board shows that when it has.
 */
final class ActionsApi implements AutoCloseable {

    private static final List<String> VERDICTS = List.of("needed", "not-needed", "too-late");
    private static final int LONGEST_CODE = 80;

    private final Board board;
    private final EventWriter events;
    private final LongSupplier clock;
    private final Claims claims = new Claims();

    ActionsApi(Board board, EventWriter events, LongSupplier clock) {
        this.board = board;
        this.events = events;
        this.clock = clock;
    }

    /** An action of the address: accept, resolve, return or review. */
    Reply act(Exchange exchange) {
        String escalationId = exchange.segment(3);
        String action = exchange.segment(4);
        ObjectNode body = exchange.body();
        Deed deed = deed(action, escalationId, exchange.identity(), body);
        Case found = board.findEscalation(escalationId)
                .orElseThrow(() -> Problem.notFound("no escalation of this id is on the board"));
        mustBeCurrent(found, body.path("revision").asText(""), deed);
        String name = action + "|" + escalationId + "|" + found.revision() + "|" + deed.data();
        String id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        claims.claim(escalationId, found.revision(), deed.ends() ? id : "");
        boolean written = false;
        try {
            events.write(id, deed.type(), found.conversationId(), found.customerId(), clock.getAsLong(), deed.data());
            written = true;
        } finally {
            if (!written) {
                claims.release(escalationId);
            }
        }
        Audit.write(exchange, action, escalationId);
        return Reply.json(
                202, JsonNodeFactory.instance.objectNode().put("eventId", id).put("action", action));
    }

    /** @param ends whether the escalation has another status afterwards */
    private record Deed(String type, ObjectNode data, List<Status> from, boolean ends) {}

    private static Deed deed(String action, String escalationId, Identity who, ObjectNode body) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        return switch (action) {
            case "accept" ->
                new Deed("conversation.agent-joined", data.put("agentId", who.name()), List.of(Status.WAITING), true);
            case "resolve" ->
                new Deed(
                        "conversation.resolved",
                        code(data.put("by", "agent").put("agentId", who.name()), body),
                        List.of(Status.ACCEPTED),
                        true);
            case "return" ->
                new Deed(
                        "conversation.returned-to-automation",
                        data.put("agentId", who.name()),
                        List.of(Status.WAITING, Status.ACCEPTED),
                        true);
            case "review" ->
                new Deed(
                        "conversation.escalation-reviewed",
                        review(data, body).put("escalationId", escalationId).put("agentId", who.name()),
                        List.of(Status.values()),
                        false);
            default -> throw Problem.notFound("an escalation can be accepted, resolved, returned or reviewed");
        };
    }

    private static ObjectNode code(ObjectNode data, ObjectNode body) {
        String resolution = body.path("resolution").asText("");
        if (resolution.length() > LONGEST_CODE) {
            throw Problem.badRequest("resolution: must be a code of " + LONGEST_CODE + " characters at most");
        }
        return resolution.isBlank() ? data : data.put("resolution", resolution);
    }

    private static ObjectNode review(ObjectNode data, ObjectNode body) {
        String verdict = body.path("verdict").asText("");
        if (!VERDICTS.contains(verdict)) {
            throw Problem.badRequest("verdict: must be one of " + String.join(", ", VERDICTS));
        }
        data.put("verdict", verdict);
        if (body.hasNonNull("contextScore")) {
            int score = body.path("contextScore").asInt(0);
            if (score < 1 || score > 5) {
                throw Problem.badRequest("contextScore: must be from 1 to 5");
            }
            data.put("contextScore", score);
        }
        return data;
    }

    private static void mustBeCurrent(Case found, String seen, Deed deed) {
        if (seen.isEmpty()) {
            throw Problem.badRequest("revision: is missing; send the one that was read");
        }
        if (deed.ends() && !seen.equals(found.revision())) {
            throw Problem.stale("the escalation is " + text(found.status()) + " now; it was read as another revision");
        }
        if (!deed.from().contains(found.status())) {
            throw Problem.stale("the escalation is " + text(found.status()) + " and cannot be treated so");
        }
    }

    private static String text(@Nullable Status status) {
        return status == null ? "gone" : status.text();
    }

    @Override
    public void close() {
        events.close();
    }
}
