// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.story.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two routers as processes of their own, each asked for customers that either has. One is killed, one joins again, one is stopped and comes
 * back, one leaves in order: there is an answer or a "not now", never another's, never one that has been overtaken, never a failure.
 */
class QueriesAcrossRoutersIT {

    private static final String GROUP = "query-test";
    private static final int PARTITIONS = 4;
    private static final int CUSTOMERS = 12;
    private static final Duration MOST = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Child> routers = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private volatile boolean agentsJoined;
    private EmbeddedRegistry registry;

    @Test
    void whicheverIsAskedTheOneThatHoldsItAnswersAndOtherwiseNobody() throws Exception {
        try (EmbeddedBroker started = EmbeddedBroker.start(folder.resolve("broker"));
                EmbeddedRegistry open = EmbeddedRegistry.start()) {
            broker = started;
            registry = open;
            RouterTopics.create(broker.bootstrapServers(), topics, PARTITIONS);
            start("one");
            start("two");
            tellStories();
            await("the stories are told", () -> IntStream.range(0, CUSTOMERS).allMatch(this::isTold));
            eachAnswersForAll();
            aKilledOneIsNeverAnsweredForWrongly();
            whileTheOtherIsAsked("two", () -> {
                start("one");
                eachAnswersForAll();
            });
            aStoppedOneDoesNotTellOfThePast();
            whileTheOtherIsAsked("one", () -> {
                routers.get("two").terminate();
                for (int i = 0; i < CUSTOMERS; i++) {
                    int customer = i;
                    await("one has them all", () -> isRightOrNotNow("one", customer) == 200);
                }
            });
        } finally {
            routers.values().forEach(Child::close);
        }
    }

    private boolean isTold(int customer) {
        return ownerAt("one", customer).equals(customer % 2 == 0 ? "WAITING_FOR_HUMAN" : "ASSISTANT");
    }

    private void eachAnswersForAll() throws Exception {
        for (String router : List.of("one", "two")) {
            awaitAllAnswered(router);
        }
        // Both hold something, so that some of the answers were passed on.
        for (String router : List.of("one", "two")) {
            long own = IntStream.range(0, CUSTOMERS)
                    .filter(i ->
                            ask(router, conversation(i), "Baton-Forwarded", "1").statusCode() == 200)
                    .count();
            assertThat(own).as("customers that %s holds itself", router).isBetween(1L, CUSTOMERS - 1L);
        }
    }

    private void aKilledOneIsNeverAnsweredForWrongly() throws Exception {
        Map<Integer, Integer> answers = whileTheOtherIsAsked("two", () -> {
            routers.get("one").kill();
            awaitNotNow("two");
            awaitAllAnswered("two");
        });

        assertThat(answers).as("answers by status").containsOnlyKeys(200, 503);
    }

    /** Asks without a break while something happens to the other: each answer is right or a "not now"; how many there were, by status. */
    private Map<Integer, Integer> whileTheOtherIsAsked(String router, Happening happening) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Map<Integer, Integer>> asking = CompletableFuture.supplyAsync(() -> {
            Map<Integer, Integer> answers = new TreeMap<>();
            for (int i = 0; !over.get(); i++) {
                answers.merge(isRightOrNotNow(router, i % CUSTOMERS), 1, Integer::sum);
                pause();
            }
            return answers;
        });
        try {
            happening.comesToPass();
        } finally {
            over.set(true);
        }
        Map<Integer, Integer> answers = asking.get();
        assertThat(answers.keySet())
                .as("answers by status")
                .isSubsetOf(200, 503)
                .contains(200);
        return answers;
    }

    private interface Happening {
        void comesToPass() throws Exception;
    }

    /** It has no time to notice before it is asked: that another has its partitions, it can only conclude. */
    private void aStoppedOneDoesNotTellOfThePast() throws Exception {
        routers.get("one").pause();
        try (KafkaProducer<String, String> producer = producer()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                send(producer, i, "joined", "conversation.agent-joined", Map.of("agentId", "anna"));
            }
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            int customer = i;
            await("two takes over", () -> ownerAt("two", customer).equals("HUMAN"));
        }
        agentsJoined = true;
        routers.get("one").resume();
        for (int i = 0; i < 40 * CUSTOMERS; i++) {
            String owner = ownerAt("one", i % CUSTOMERS);
            assertThat(owner).isIn("HUMAN", "");
            pause();
        }
    }

    private void awaitAllAnswered(String router) throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            int customer = i;
            await(router + " answers for all", () -> isRightOrNotNow(router, customer) == 200);
        }
        await(router + " tells the whole line", () -> {
            int waiting = 0;
            for (String queue : DefaultPolicy.ruleset().queues().keySet()) {
                HttpResponse<String> line = ask(router, "queues/" + queue);
                assertThat(line.statusCode()).as(line.body()).isIn(200, 503);
                waiting += line.statusCode() == 200 ? json(line).path("total").asInt() : 0;
            }
            return waiting == CUSTOMERS / 2;
        });
    }

    private void awaitNotNow(String router) throws Exception {
        await(
                "some are with nobody",
                () -> IntStream.range(0, CUSTOMERS).anyMatch(customer -> isRightOrNotNow(router, customer) == 503));
    }

    /** Every other customer has asked for a human; the status of the answer. */
    private int isRightOrNotNow(String router, int customer) {
        HttpResponse<String> answer = ask(router, conversation(customer));
        if (answer.statusCode() == 200) {
            JsonNode seen = json(answer);
            assertThat(seen.path("customerId").asText()).isEqualTo("cust-" + customer);
            assertThat(seen.path("conversationId").asText()).isEqualTo("conv-" + customer);
            assertThat(seen.path("owner").asText()).isEqualTo(owner(customer));
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        return answer.statusCode();
    }

    private String owner(int customer) {
        if (agentsJoined) {
            return "HUMAN";
        }
        return customer % 2 == 0 ? "WAITING_FOR_HUMAN" : "ASSISTANT";
    }

    /** Who holds it; empty where that is not told now, or nothing has been said yet. */
    private String ownerAt(String router, int customer) {
        HttpResponse<String> answer = ask(router, conversation(customer));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 404, 503);
        return answer.statusCode() == 200 ? json(answer).path("owner").asText() : "";
    }

    private static String conversation(int customer) {
        return "conversations/conv-" + customer + "?customer=cust-" + customer;
    }

    private HttpResponse<String> ask(String router, String question, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.get(router) + "/api/v1/state/" + question))
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(router + " gave no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long giveUpAt = System.nanoTime() + MOST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError("waited in vain: " + what);
            }
            Thread.sleep(100);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void tellStories() {
        try (KafkaProducer<String, String> producer = producer()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                send(producer, i, "start", "conversation.started", Map.of("channel", "chat"));
                send(producer, i, "said", "conversation.customer-message", Map.of("text", "Where is my invoice?"));
                if (i % 2 == 0) {
                    send(producer, i, "asked", "conversation.human-requested", Map.of("via", "button"));
                }
            }
        }
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new StringSerializer());
    }

    private void send(
            KafkaProducer<String, String> producer, int customer, String id, String type, Map<String, ?> data) {
        String event =
                Story.event(id + "-" + customer, type, "conv-" + customer, "cust-" + customer, Instant.now(), data);
        producer.send(new ProducerRecord<>(topics.conversationEvents(), "cust-" + customer, event));
    }

    private void start(String name) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "kafka.application.id",
                GROUP,
                "kafka.session.timeout.ms",
                "6000",
                "kafka.heartbeat.interval.ms",
                "1500",
                "kafka.num.stream.threads",
                "2",
                "registry.url",
                registry.url(),
                "http.port",
                Integer.toString(port),
                "state.dir",
                folder.resolve("state-" + name).toString());
        Child router = Child.router(folder, name + "-" + System.nanoTime(), settings);
        routers.put(name, router);
        ports.put(name, port);
        router.awaitLine(line -> line.startsWith("baton: console at "));
    }
}
