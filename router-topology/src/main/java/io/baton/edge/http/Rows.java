// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Case;
import io.baton.edge.http.board.Status;
import io.baton.event.EscalationRaised;
import io.baton.event.EscalationReason;
import io.baton.serde.Json;

/** The inbox row of an escalation: what is needed to choose the next one to take. */
final class Rows {

    private static final int MOST_REASONS = 2;

    private Rows() {}

    /** A row; only an identity and {@code gone} where there is no escalation. */
    static ObjectNode of(String conversationId, Case found) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("conversationId", conversationId);
        EscalationRaised packet = found.packet();
        Status status = found.status();
        if (packet == null || status == null) {
            return row.put("gone", true);
        }
        row.put("escalationId", packet.getEscalationId())
                .put("revision", found.revision())
                .put("status", status.text())
                .put("customerId", packet.getCustomerId())
                .put("queue", packet.getQueue())
                .put("priority", packet.getPriority())
                .put("tier", packet.getTier())
                .put("category", packet.getCategory())
                .put("segment", packet.getCustomer().getSegment())
                .put("channel", packet.getChannel())
                .put("escalatedAt", packet.getEscalatedAt().toEpochMilli());
        if (packet.getDueAt() != null) {
            row.put("dueAt", packet.getDueAt().toEpochMilli());
        }
        if (found.acceptedAt() != 0) {
            row.put("acceptedAt", found.acceptedAt());
        }
        row.set("mood", Json.of(packet.getMood()));
        reasons(row.putArray("reasons"), packet);
        return row.put("goal", packet.getGoal());
    }

    static ObjectNode gone(String conversationId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", conversationId)
                .put("gone", true);
    }

    /** Takes out what a customer has written, for those who may not read it. */
    static void withoutWords(JsonNode row) {
        ((ObjectNode) row).remove("goal");
    }

    private static void reasons(ArrayNode reasons, EscalationRaised packet) {
        for (EscalationReason reason : packet.getReasons()) {
            if (reasons.size() < MOST_REASONS) {
                reasons.addObject()
                        .put("signal", reason.getSignal())
                        .put("text", reason.getText())
                        .put("hard", reason.getHard());
            }
        }
    }
}
