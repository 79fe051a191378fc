// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.names.StoreLayout;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions about running state, in each layout. */
class StateApiIT {

    private static final String STATE = "/api/v1/state/";

    @ParameterizedTest
    @EnumSource(StoreLayout.class)
    @Tag("G06")
    void whatIsKeptCanBeAskedForWhereverItIsKept(StoreLayout layout) throws Exception {
        try (Served served = new Served(layout)) {
            // given
            served.tell("quiet-1", "conversation.started", Map.of("channel", "chat"));
            served.tell("quiet-1", "conversation.customer-message", Map.of("text", "Where do I find my invoices?"));
            served.handOver("calls-1", "I want to talk to a person");

            theConversationIsTold(served, layout);
            whyItWasNotHandedOver(served);
            whyItWasHandedOver(served);
            theCustomerIsTold(served);
            theLineIsTold(served);
            whoAsksWithoutEndIsToldToWait(served);
            withoutItsStoresThereIsNoAnswerForNow(served);
        }
    }

    private static void theConversationIsTold(Served served, StoreLayout layout) throws Exception {
        // Kafka's own stores are looked at one after the other: the state may be there before its journal has followed.
        JsonNode seen = served.await(
                STATE + "conversations/calls-1?customer=cust-calls-1",
                found -> found.path("waits").asBoolean()
                        && (layout == StoreLayout.PACKED
                                || found.path("events").findValuesAsText("what").contains("EscalationIssued")));

        assertThat(seen.path("owner").asText()).isEqualTo("WAITING_FOR_HUMAN");
        assertThat(seen.path("committed").asBoolean()).isEqualTo(layout == StoreLayout.PACKED);
        assertThat(seen.path("state").path("handover").path("queue").asText()).isNotBlank();
        assertThat(seen.path("events").findValuesAsText("what"))
                .contains("ConversationStarted", "CustomerMessage", "EscalationIssued");
        assertThat(StreamSupport.stream(seen.path("course").spliterator(), false)
                        .filter(step -> step.path("escalate").asBoolean())
                        .map(step -> step.path("rule").asText()))
                .containsExactly("hard:human-requested");
        // Packet and decisions come from topics of their own, in either order.
        JsonNode later = served.await(
                STATE + "conversations/calls-1",
                found -> found.path("packet").isObject()
                        && found.path("decisions").findValuesAsText("rule").contains("hard:human-requested"));
        assertThat(later.path("packet").path("conversationId").asText()).isEqualTo("calls-1");
    }

    private static void whyItWasNotHandedOver(Served served) throws Exception {
        JsonNode why =
                served.await(STATE + "conversations/quiet-1/why?customer=cust-quiet-1", found -> found.has("answer"));

        assertThat(why.path("escalated").asBoolean()).isFalse();
        assertThat(why.path("answer").asText())
                .startsWith("No human is needed now")
                .contains("would have taken over");
        assertThat(why.path("nearest").path("escalate").asBoolean()).isFalse();
        assertThat(why.path("evidence").path("threshold").asDouble()).isPositive();
    }

    private static void whyItWasHandedOver(Served served) throws Exception {
        JsonNode why = served.await(
                STATE + "conversations/calls-1/why?customer=cust-calls-1",
                found -> found.path("escalated").asBoolean());

        assertThat(why.path("answer").asText()).contains("handed over at", "the customer asked for a human");
    }

    private static void theCustomerIsTold(Served served) throws Exception {
        JsonNode customer = served.await(STATE + "customers/cust-calls-1", found -> found.has("conversations"));

        assertThat(customer.path("conversations").findValuesAsText("conversationId"))
                .containsExactly("calls-1");
        assertThat(customer.path("journey").path("contacts")).hasSize(1);
    }

    private static void theLineIsTold(Served served) throws Exception {
        String queue = served.await(
                        STATE + "conversations/calls-1?customer=cust-calls-1",
                        found -> found.path("waits").asBoolean())
                .path("state")
                .path("handover")
                .path("queue")
                .asText();
        JsonNode line = served.await(
                STATE + "queues/" + queue, found -> found.path("total").asInt() > 0);

        assertThat(line.path("waiting").findValuesAsText("conversationId")).containsExactly("calls-1");
        assertThat(line.path("partitions")).hasSize(2);
        assertThat(line.toString()).doesNotContain("talk to a person");
        assertThat(served.get(STATE + "queues/" + queue + "?limit=0").body()).contains("parameter limit");
        assertThat(served.get(STATE + "queues/nobody").statusCode()).isEqualTo(404);
        assertThat(served.get(STATE + "conversations/none?customer=nobody").statusCode())
                .isEqualTo(404);
        assertThat(served.get(STATE + "customers/nobody").statusCode()).isEqualTo(404);
    }

    private static void whoAsksWithoutEndIsToldToWait(Served served) throws Exception {
        HttpResponse<String> answer = served.get(STATE + "customers/cust-calls-1");
        for (int i = 0; i < 5_000 && answer.statusCode() == 200; i++) {
            answer = served.get(STATE + "customers/cust-calls-1");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static void withoutItsStoresThereIsNoAnswerForNow(Served served) throws Exception {
        served.stopRouter();
        served.openAnew();

        for (String question : List.of("conversations/calls-1?customer=cust-calls-1", "customers/cust-calls-1")) {
            HttpResponse<String> answer = served.get(STATE + question);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }
}
