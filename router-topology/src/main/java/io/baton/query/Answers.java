// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.policy.ownership.Handovers;
import io.baton.processor.Rules;
import io.baton.serde.Json;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.Handover;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers as JSON from what this instance keeps. Any thread; the rules are those in force when it is asked. */
public final class Answers {

    private final StateQueries queries;
    private final Supplier<Rules> rules;

    public Answers(StateQueries queries, Supplier<Rules> rules) {
        this.queries = queries;
        this.rules = rules;
    }

    /** One conversation; empty where the customer has none of this id. */
    public Optional<ObjectNode> conversation(int partition, String customerId, String conversationId, long now) {
        return queries.customer(partition, customerId)
                .find(conversationId)
                .map(found -> ConversationAnswer.of(found, rules.get(), now));
    }

    /** Why it was handed over, or not. */
    public Optional<ObjectNode> why(int partition, String customerId, String conversationId, long now) {
        return queries.customer(partition, customerId)
                .find(conversationId)
                .map(found -> WhyAnswer.of(found, rules.get(), now));
    }

    /** The journey of a customer and the conversations that are kept; empty where nothing is. */
    public Optional<ObjectNode> customer(int partition, String customerId, long now) {
        CustomerState known = queries.customer(partition, customerId);
        CustomerJourney journey = rules.get().journeys().kept(known.journey(), now);
        if (journey == null && known.conversations().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("customerId", customerId);
        body.set("journey", journey == null ? null : Json.of(journey));
        ArrayNode rows = body.putArray("conversations");
        known.conversations().stream()
                .map(CustomerState.Conversation::state)
                .sorted(Comparator.comparingLong(ConversationState::getStartedAt))
                .forEach(state -> rows.add(ConversationAnswer.brief(state)));
        return Optional.of(body);
    }

    /** Who waits in a queue, by partition, those that are served here; first in line first. */
    public Map<Integer, List<ObjectNode>> line(String queue) {
        Map<Integer, List<ObjectNode>> lines = new TreeMap<>();
        queries.lines(queue)
                .forEach((partition, places) -> lines.put(
                        partition,
                        places.stream()
                                .flatMap(place -> Optional.ofNullable(row(queue, partition, place)).stream())
                                .toList()));
        return lines;
    }

    /** A place in the line whose conversation, as committed, waits in that queue; otherwise it is about to, or no longer does. */
    private @Nullable ObjectNode row(String queue, int partition, StateQueries.Place place) {
        ConversationState s = queries.customer(partition, place.customerId())
                .find(place.conversationId())
                .map(CustomerState.Conversation::state)
                .orElse(null);
        Handover h = s == null || !Handovers.waits(s) ? null : s.getHandover();
        if (s == null
                || h == null
                || !(h.getQueue().equals(queue) || h.getFirstQueue().equals(queue))) {
            return null;
        }
        ObjectNode row = ConversationAnswer.brief(s)
                .put("escalationId", s.getConversationId() + "/" + h.getEpisode())
                .put("queue", h.getQueue())
                .put("firstQueue", h.getFirstQueue())
                .put("priority", h.getPriority())
                .put("since", Json.time(h.getAt()))
                .put("revision", h.getRevision());
        Long due = h.getDueAt();
        return row.put("dueAt", due == null ? null : Json.time(due));
    }
}
