// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.Case;
import io.baton.query.Answers;
import io.baton.query.NotHereException;
import io.baton.query.StateQueries;
import io.baton.serde.Json;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Running state, from the stores themselves: a conversation, why it was handed over or not, a customer. Answered here where the partition
 * is, otherwise by the instance that has it, otherwise not now.
 */
final class StateApi {

    /** A question to the partition that a customer is in. */
    private interface Question {
        Optional<ObjectNode> of(int partition, long now);
    }

    private final StateQueries queries;
    private final Answers answers;
    private final Peers peers;
    private final Board board;
    private final LongSupplier clock;

    StateApi(StateQueries queries, Answers answers, Peers peers, Board board, LongSupplier clock) {
        this.queries = queries;
        this.answers = answers;
        this.peers = peers;
        this.board = board;
        this.clock = clock;
    }

    Reply conversation(Exchange exchange) {
        String id = exchange.segment(4);
        String customer = customerOf(exchange, id);
        Audit.reveal(exchange, "conversation-state", id);
        return answer(
                exchange,
                customer,
                "no conversation of this id is kept for this customer",
                (partition, now) ->
                        answers.conversation(partition, customer, id, now).map(body -> withRecords(body, id)));
    }

    Reply why(Exchange exchange) {
        String id = exchange.segment(4);
        String customer = customerOf(exchange, id);
        Audit.reveal(exchange, "conversation-why", id);
        return answer(
                exchange,
                customer,
                "no conversation of this id is kept for this customer",
                (partition, now) -> answers.why(partition, customer, id, now));
    }

    Reply customer(Exchange exchange) {
        String customer = exchange.segment(4);
        Audit.reveal(exchange, "customer", customer);
        return answer(
                exchange,
                customer,
                "nothing is kept of a customer of this id",
                (partition, now) -> answers.customer(partition, customer, now));
    }

    /** State is kept by customer; a conversation's is known here once something was decided on it. */
    private String customerOf(Exchange exchange, String conversationId) {
        return exchange.parameter("customer")
                .or(() -> board.find(conversationId).map(Case::customerId))
                .orElseThrow(
                        () -> Problem.notFound(
                                "no conversation of this id was decided on lately; ask again with ?customer= and the id of its customer"));
    }

    private Reply answer(Exchange exchange, String customer, String unknown, Question question) {
        try {
            StateQueries.Holder holder = queries.holder(customer);
            try {
                long now = clock.getAsLong();
                ObjectNode body = question.of(holder.partition(), now).orElseThrow(() -> Problem.notFound(unknown));
                return Reply.json(body.put("now", now)
                        .put("partition", holder.partition())
                        .put("committed", queries.committed()));
            } catch (NotHereException e) {
                return holder.host()
                        .filter(host -> !Peers.wasForwarded(exchange) && !peers.isSelf(host))
                        .map(host -> peers.ask(host, exchange))
                        .orElseThrow(() -> e);
            }
        } catch (NotHereException e) {
            throw Problem.notYet(String.valueOf(e.getMessage()));
        }
    }

    /** Packet and decisions as the output topics have them: what was decided then, under the rules of then. */
    private ObjectNode withRecords(ObjectNode body, String conversationId) {
        Optional<Case> known = board.find(conversationId);
        var decisions = body.putArray("decisions");
        known.ifPresent(found -> found.decisions().forEach(decision -> decisions.add(Json.of(decision))));
        body.set("packet", known.map(Case::packet).map(Json::of).orElse(null));
        body.set("outcome", known.map(Case::outcome).map(Json::of).orElse(null));
        return body;
    }
}
