// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console of a real router over a real broker. */
class ConsoleIT {

    private static final String SCRIPT = "<script>alert(1)</script> I want a person";
    private static final String[] OUR_PAGE = {Gate.WRITE_HEADER, "1"};

    private static Served served;

    @BeforeAll
    static void serve() throws InterruptedException {
        served = new Served();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static JsonNode conversation(String id, String status) throws IOException, InterruptedException {
        return served.await(
                "/api/v1/conversations/" + id,
                seen -> seen.path("status").asText().equals(status));
    }

    private static HttpResponse<String> act(JsonNode seen, String action, String more)
            throws IOException, InterruptedException {
        String id = seen.path("packet").path("escalationId").asText().replace("/", "%2F");
        return served.post(
                "/api/v1/escalations/" + id + "/" + action,
                "{\"revision\":\"" + seen.path("revision").asText() + "\"" + more + "}",
                OUR_PAGE);
    }

    @Test
    @Tag("H11")
    void anEscalationIsAcceptedResolvedAndReviewedAndTheRouterFollows() throws Exception {
        // given
        served.handOver("walk-1", "I want to talk to a person");
        JsonNode waiting = conversation("walk-1", "waiting");
        assertThat(waiting.path("packet").path("mood").path("label").asText()).isNotBlank();

        // when
        assertThat(act(waiting, "accept", "").statusCode()).isEqualTo(202);
        JsonNode accepted = conversation("walk-1", "accepted");
        assertThat(act(accepted, "resolve", ",\"resolution\":\"explained\"").statusCode())
                .isEqualTo(202);
        JsonNode resolved = conversation("walk-1", "resolved");
        HttpResponse<String> review = act(resolved, "review", ",\"verdict\":\"needed\",\"contextScore\":4");

        // then
        assertThat(review.statusCode()).isEqualTo(202);
        JsonNode outcome = served.await(
                        "/api/v1/conversations/walk-1",
                        seen -> seen.path("outcome").path("resolvedBy").asText().equals("AGENT"))
                .path("outcome");
        assertThat(outcome.path("agentId").asText()).isEqualTo("local");
        assertThat(outcome.path("resolution").asText()).isEqualTo("explained");
    }

    @Test
    void ofTwoWhoActOnTheSameRevisionOneIsTold() throws Exception {
        served.handOver("stale-1", "A person please");
        JsonNode waiting = conversation("stale-1", "waiting");

        assertThat(act(waiting, "accept", "").statusCode()).isEqualTo(202);
        conversation("stale-1", "accepted");
        HttpResponse<String> second = act(waiting, "return", "");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("accepted");
        assertThat(second.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anotherConsoleShowsTheSameOnce() throws Exception {
        served.handOver("again-1", "A person please");
        conversation("again-1", "waiting");

        served.openAnew();

        JsonNode rows = served.await("/api/v1/inbox?status=all", seen -> seen.has("escalations"))
                .path("escalations");
        long found = Stream.iterate(0, index -> index < rows.size(), index -> index + 1)
                .filter(index -> rows.get(index).path("conversationId").asText().equals("again-1"))
                .count();
        assertThat(found).isEqualTo(1);
    }

    @Test
    void theStreamTellsOfAnEscalation() throws Exception {
        served.await("/api/v1/inbox", seen -> seen.has("escalations"));
        HttpResponse<Stream<String>> stream = served.client.send(
                HttpRequest.newBuilder(served.address("/api/v1/live")).build(), HttpResponse.BodyHandlers.ofLines());
        served.handOver("live-1", "A person please");

        try (Stream<String> lines = stream.body()) {
            assertThat(lines.anyMatch(line -> line.startsWith("data:") && line.contains("\"live-1\"")))
                    .isTrue();
        }
    }

    @Test
    void figuresComeWithNumeratorAndDenominator() throws Exception {
        served.handOver("figure-1", "A person please");

        JsonNode seen = served.await(
                "/api/v1/figures?channel=automated&span=hour",
                figures -> figures.path("measures")
                                .path("escalated")
                                .path("numerator")
                                .asDouble()
                        > 0);

        assertThat(seen.path("measures").path("escalation-rate").has("denominator"))
                .isTrue();
        assertThat(served.json("/api/v1/measures")
                        .path("escalation-rate")
                        .path("definition")
                        .asText())
                .isNotBlank();
    }

    @Test
    void whatACustomerWroteGoesOutAsTextOnly() throws Exception {
        served.handOver("script-1", SCRIPT);
        conversation("script-1", "waiting");

        HttpResponse<String> answer = served.get("/api/v1/conversations/script-1");

        assertThat(answer.body()).contains("alert(1)");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void healthAndMetersAreThere() throws Exception {
        served.await("/healthz/ready", seen -> seen.path("status").asText().equals("up"));

        assertThat(served.get("/healthz/live").statusCode()).isEqualTo(200);
        assertThat(served.get("/metrics").body())
                .contains("triage_event_accepted_total")
                .contains("kafka_stream_state")
                .doesNotContain("client_id");
    }

    @Test
    void eachTaskAndPartitionHasASeriesOfItsOwn() throws Exception {
        served.handOver("series-1", "A person please");
        conversation("series-1", "waiting");

        String meters = served.get("/metrics").body();

        assertThat(meters.lines().filter(line -> line.startsWith("triage_event_accepted_total{")))
                .hasSize(2);
        assertThat(meters.lines().filter(line -> line.startsWith("kafka_stream_topic_records_produced_total{")))
                .hasSizeGreaterThan(10);
        assertThat(meters.lines().map(line -> line.replaceAll(" [^ ]+$", ""))).doesNotHaveDuplicates();
        assertThat(meters).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/conversations/no-such, 404, no conversation",
        "/api/v1/figures?span=year, 400, parameter span",
        "/api/v1/inbox?queue=nobody, 400, parameter queue",
        "/api/v1/nothing, 404, nothing at this address"
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String says) throws Exception {
        served.await("/api/v1/inbox", seen -> seen.has("escalations"));

        HttpResponse<String> answer = served.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says).contains("\"type\":\"about:blank\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../logback.xml",
                "/%2e%2e/logback.xml",
                "/..%2flogback.xml",
                "/vendor/..%2f..%2flogback.xml",
                "/demo/conversations.jsonl"
            })
    void noPathLeadsOutOfThePagesFolder(String path) throws Exception {
        HttpResponse<String> answer = served.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("configuration", "specversion");
    }

    @Test
    void aWriteThatDoesNotComeFromOurPageIsRefused() throws Exception {
        String path = "/api/v1/escalations/x/accept";

        assertThat(served.post(path, "{}").statusCode()).isEqualTo(403);
        assertThat(served.post(path, "{}", Gate.WRITE_HEADER, "1", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.post(path, "{}", Gate.WRITE_HEADER, "1", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatComesInAnAddressBecomesNoHeaderAndNoLineOfTheLog() throws Exception {
        served.await("/api/v1/inbox", seen -> seen.has("escalations"));
        try (Audited audited = new Audited()) {
            for (String id : List.of(
                    "x%0d%0aSet-Cookie:%20a=b",
                    "x%0a%0aaudit-write%20who=root", "x%00y", "x%e2%80%a8Set-Cookie:%20a=b")) {
                HttpResponse<String> answer = served.get("/api/v1/state/customers/" + id);

                assertThat(answer.statusCode()).isIn(400, 404, 503);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.body()).doesNotContain("Set-Cookie");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
            }
            assertThat(audited.lines()).allMatch(line -> line.matches("audit-reveal who=local [\\p{Graph} ]*"));
        }
    }

    @Test
    void eachReadingOfWordsAndEachWriteIsRecordedWithWhoAndWhat() throws Exception {
        served.handOver("record-1", "My secret is safe");
        JsonNode waiting = conversation("record-1", "waiting");
        try (Audited audited = new Audited()) {
            served.get("/api/v1/conversations/record-1");
            served.get("/api/v1/state/conversations/record-1");
            served.get("/api/v1/state/conversations/record-1/why");
            served.get("/api/v1/state/customers/cust-record-1");
            act(waiting, "accept", "");
            act(waiting, "review", ",\"verdict\":\"too-late\"");

            String who = " who=local role=operator ";
            assertThat(audited.lines())
                    .containsExactly(
                            "audit-reveal" + who + "action=conversation subject=record-1",
                            "audit-reveal" + who + "action=conversation-state subject=record-1",
                            "audit-reveal" + who + "action=conversation-why subject=record-1",
                            "audit-reveal" + who + "action=customer subject=cust-record-1",
                            "audit-write" + who + "action=accept subject=record-1/1",
                            "audit-write" + who + "action=review subject=record-1/1");
        }
    }

    @Test
    void theNumberOfSeriesDoesNotGrowWithTheNumberOfConversations() throws Exception {
        served.handOver("series-0", "A person please");
        conversation("series-0", "waiting");
        Set<String> before = series();

        for (int i = 1; i <= 30; i++) {
            served.handOver("series-" + i, "A person please");
        }
        conversation("series-30", "waiting");

        Set<String> after = series();
        assertThat(after).allMatch(line -> !line.contains("series-"));
        after.removeIf(line -> before.contains(line) || line.startsWith("jvm_") || line.startsWith("triage_console_"));
        assertThat(after).as("series that came with more conversations").isEmpty();
        assertThat(before.size()).isLessThan(3_000);
    }

    /** Names with their tags, as a scrape has them. */
    private static Set<String> series() throws IOException, InterruptedException {
        return served.get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        String big = "{\"revision\":\"" + "x".repeat(Exchange.MOST_BODY) + "\"}";

        assertThat(served.post("/api/v1/escalations/x/accept", big, OUR_PAGE).statusCode())
                .isEqualTo(413);
    }

    @Test
    void everyFileOfThePageIsServedAndNothingInItRunsInline() throws Exception {
        String page = served.get("/").body();

        assertThat(page)
                .contains("main.js")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("style=");
        for (String file :
                Set.of("main.js", "api.js", "inbox.js", "packet.js", "figures.js", "console.css", "mark.svg")) {
            assertThat(served.get("/" + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void theDocumentOfTheInterfaceNamesTheSameAddressesAsTheCode() throws Exception {
        Set<String> documented = new TreeSet<>();
        served.json("/openapi.json")
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(documented)
                .isEqualTo(served.console().routes().stream()
                        .map(route -> route.method() + " " + route.pattern())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
