// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.Case;
import io.baton.edge.http.board.Revision;
import io.baton.edge.http.board.Status;
import io.baton.event.ConversationDecision;
import io.baton.event.EscalationRaised;
import io.baton.serde.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The inbox, one conversation, and what was decided last. */
final class InboxApi {

    /** Which escalations are wanted. */
    enum Wanted {
        OPEN,
        DONE,
        ALL
    }

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_LATEST = 200;

    private final Board board;
    private final LongSupplier clock;
    private final Supplier<? extends Collection<String>> queues;

    InboxApi(Board board, LongSupplier clock, Supplier<? extends Collection<String>> queues) {
        this.board = board;
        this.clock = clock;
        this.queues = queues;
    }

    /** The row of a conversation as the live stream sends it. */
    ObjectNode row(String conversationId) {
        return board.find(conversationId)
                .map(found -> Rows.of(conversationId, found))
                .orElseGet(() -> Rows.gone(conversationId));
    }

    Reply inbox(Exchange exchange) {
        Wanted wanted = exchange.choice("status", Wanted.class, Wanted.OPEN);
        String queue = exchange.parameter("queue").orElse("");
        if (!queue.isEmpty() && !queues.get().contains(queue)) {
            throw Problem.badParameter("queue", "one of " + String.join(", ", queues.get()));
        }
        List<Case> found = new ArrayList<>();
        for (Case escalation : board.escalations()) {
            if (isWanted(escalation, wanted)
                    && (queue.isEmpty() || escalation.queue().equals(queue))) {
                found.add(escalation);
            }
        }
        found.sort(Comparator.comparing(InboxApi::priority).thenComparing(InboxApi::due));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("now", clock.getAsLong());
        ArrayNode names = body.putArray("queues");
        queues.get().forEach(names::add);
        body.put("total", found.size());
        ArrayNode rows = body.putArray("escalations");
        boolean words = exchange.identity().role().includes(Role.AGENT);
        for (Case escalation : found.subList(0, Math.min(found.size(), MOST_ROWS))) {
            ObjectNode row = Rows.of(escalation.conversationId(), escalation);
            if (!words) {
                Rows.withoutWords(row);
            }
            rows.add(row);
        }
        return Reply.json(body);
    }

    private static boolean isWanted(Case escalation, Wanted wanted) {
        Status status = escalation.status();
        boolean open = status != null && status.isOpen();
        return wanted == Wanted.ALL || (wanted == Wanted.OPEN) == open;
    }

    private static int priority(Case escalation) {
        EscalationRaised packet = escalation.packet();
        return packet == null ? Integer.MAX_VALUE : packet.getPriority();
    }

    private static long due(Case escalation) {
        EscalationRaised packet = escalation.packet();
        if (packet == null || packet.getDueAt() == null) {
            return Long.MAX_VALUE;
        }
        return packet.getDueAt().toEpochMilli();
    }

    /** Everything that the topics have said of a conversation. */
    ObjectNode conversation(Case found) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("now", clock.getAsLong())
                .put("conversationId", found.conversationId())
                .put("customerId", found.customerId())
                .put("revision", found.revision())
                .put("status", found.status() == null ? null : found.status().text())
                .put("acceptedAt", found.acceptedAt());
        body.set("packet", found.packet() == null ? null : Json.of(found.packet()));
        body.set("outcome", found.outcome() == null ? null : Json.of(found.outcome()));
        ArrayNode revisions = body.putArray("revisions");
        found.revisions().forEach(one -> revision(revisions.addObject(), one));
        ArrayNode decisions = body.putArray("decisions");
        found.decisions().forEach(decision -> decisions.add(Json.of(decision)));
        return body;
    }

    private static void revision(ObjectNode into, Revision one) {
        into.put("episode", one.episode())
                .put("revision", one.number())
                .put("at", one.at())
                .put("why", one.why())
                .put("queue", one.queue())
                .put("priority", one.priority())
                .put("dueAt", one.dueAt())
                .put("completeness", one.completeness());
    }

    /** The conversations decided on last, without anybody's words. */
    Reply latest(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("now", clock.getAsLong());
        ArrayNode latest = body.putArray("conversations");
        List<Case> touched = new ArrayList<>(board.latest(MOST_LATEST));
        touched.sort(Comparator.comparing(InboxApi::decidedAt).reversed());
        for (Case found : touched) {
            ObjectNode row = latest.addObject()
                    .put("conversationId", found.conversationId())
                    .put("customerId", found.customerId())
                    .put(
                            "status",
                            found.status() == null ? null : found.status().text());
            if (!found.decisions().isEmpty()) {
                JsonNode last = Json.of(found.decisions().get(found.decisions().size() - 1));
                for (String field :
                        List.of("decidedAt", "owner", "path", "tier", "category", "segment", "explanation")) {
                    row.set(field, last.path(field));
                }
            }
        }
        return Reply.json(body);
    }

    /** When it was last decided on, milliseconds since 1970; 0 = not lately. */
    private static long decidedAt(Case found) {
        List<ConversationDecision> decisions = found.decisions();
        return decisions.isEmpty()
                ? 0
                : decisions.get(decisions.size() - 1).getDecidedAt().toEpochMilli();
    }

    /** How often each signal was the first reason for an escalation since a time, of one category and segment where they are given. */
    Map<String, Integer> reasons(long since, Optional<String> category, Optional<String> segment) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Case escalation : board.escalations()) {
            EscalationRaised packet = escalation.packet();
            if (packet != null
                    && packet.getEscalatedAt().toEpochMilli() >= since
                    && category.map(wanted -> wanted.equals(packet.getCategory()))
                            .orElse(true)
                    && segment.map(wanted -> wanted.equals(packet.getCustomer().getSegment()))
                            .orElse(true)
                    && !packet.getReasons().isEmpty()) {
                counts.merge(packet.getReasons().get(0).getSignal(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
