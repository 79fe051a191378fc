// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.query.Answers;
import io.baton.query.NotHereException;
import io.baton.query.StateQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;

/** Who waits in a queue, over all instances: each has the part of the line that its partitions have. All of it, or not now. */
final class LineApi {

    private static final int MOST_ROWS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateQueries queries;
    private final Answers answers;
    private final Peers peers;
    private final Supplier<? extends Collection<String>> queues;
    private final LongSupplier clock;

    LineApi(
            StateQueries queries,
            Answers answers,
            Peers peers,
            Supplier<? extends Collection<String>> queues,
            LongSupplier clock) {
        this.queries = queries;
        this.answers = answers;
        this.peers = peers;
        this.queues = queues;
        this.clock = clock;
    }

    Reply line(Exchange exchange) {
        String queue = exchange.segment(4);
        if (!queues.get().contains(queue)) {
            throw Problem.notFound("no such queue; the policy in force has " + String.join(", ", queues.get()));
        }
        int limit = exchange.number("limit", 1, MOST_ROWS, MOST_ROWS);
        // Another instance needs all of the part that is here, whatever the whole is cut to.
        int most = Peers.wasForwarded(exchange) ? Integer.MAX_VALUE : limit;
        try {
            Map<Integer, List<JsonNode>> lines = new TreeMap<>();
            answers.line(queue).forEach((partition, rows) -> lines.put(partition, List.copyOf(rows)));
            if (!Peers.wasForwarded(exchange)) {
                askOthers(exchange, lines);
                if (lines.size() < queries.partitions()) {
                    throw Problem.notYet("of " + queries.partitions() + " partitions " + lines.size()
                            + " can be read at the moment, and a part of a line is not a line");
                }
            }
            return Reply.json(body(queue, lines, most));
        } catch (NotHereException e) {
            throw Problem.notYet(String.valueOf(e.getMessage()));
        }
    }

    private void askOthers(Exchange exchange, Map<Integer, List<JsonNode>> lines) {
        for (HostInfo host : queries.instances()) {
            if (lines.size() < queries.partitions() && !peers.isSelf(host)) {
                read(peers.ask(host, exchange), lines);
            }
        }
    }

    private static void read(Reply reply, Map<Integer, List<JsonNode>> lines) {
        try {
            JsonNode answer = JSON.readTree(reply.body());
            Map<Integer, List<JsonNode>> theirs = new TreeMap<>();
            answer.path("partitions").forEach(partition -> theirs.put(partition.asInt(), new ArrayList<>()));
            answer.path("waiting")
                    .forEach(row -> theirs.getOrDefault(row.path("partition").asInt(-1), new ArrayList<>())
                            .add(row));
            theirs.forEach(lines::putIfAbsent);
        } catch (IOException e) {
            throw Problem.notYet("another instance has answered what this one does not understand");
        }
    }

    private ObjectNode body(String queue, Map<Integer, List<JsonNode>> lines, int most) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("now", clock.getAsLong())
                .put("queue", queue)
                .put("committed", queries.committed());
        ArrayNode partitions = body.putArray("partitions");
        List<JsonNode> all = new ArrayList<>();
        lines.forEach((partition, rows) -> {
            partitions.add(partition);
            rows.forEach(row -> all.add(((ObjectNode) row).put("partition", partition)));
        });
        all.sort(Comparator.comparingInt((JsonNode row) -> row.path("priority").asInt())
                .thenComparing(row -> row.path("since").asText())
                .thenComparing(row -> row.path("conversationId").asText()));
        body.put("total", all.size());
        ArrayNode waiting = body.putArray("waiting");
        all.subList(0, Math.min(most, all.size())).forEach(waiting::add);
        return body;
    }
}
