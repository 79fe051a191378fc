// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.event.RulesetState;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the console tells of the rules that decide and of the topology that runs them. */
class PolicyAndTopologyIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Served served;

    @BeforeAll
    static void serve() throws InterruptedException {
        served = new Served();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static JsonNode validate(String document) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("document", document);
        HttpResponse<String> answer = served.post("/api/v1/policy/validation", body.toString(), Gate.WRITE_HEADER, "1");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void aPolicyIsCheckedAsTheCommandLineDoes() throws Exception {
        String wrong = DefaultPolicy.document()
                .replace("tier: 1", "tier: 9")
                .replace("version: \"1\"", "version: \"2\"\nsurprise: yes");

        JsonNode seen = validate(wrong);

        assertThat(seen.path("valid").asBoolean()).isFalse();
        var problems = ((Parsed.Invalid) PolicyFile.parse(wrong, "policy.yaml")).problems();
        assertThat(problems).hasSizeGreaterThan(2);
        assertThat(seen.path("problems")).hasSize(problems.size());
        for (int i = 0; i < problems.size(); i++) {
            JsonNode told = seen.path("problems").get(i);
            assertThat(told.path("line").asInt()).isEqualTo(problems.get(i).line());
            assertThat(told.path("column").asInt()).isEqualTo(problems.get(i).column());
            assertThat(told.path("path").asText()).isEqualTo(problems.get(i).path());
            assertThat(told.path("message").asText()).isEqualTo(problems.get(i).message());
        }
    }

    @Test
    void aDocumentThatIsMissingIsAProblem() throws Exception {
        HttpResponse<String> answer = served.post("/api/v1/policy/validation", "{}", Gate.WRITE_HEADER, "1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("document: is missing");
        assertThat(served.post("/api/v1/policy/validation", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aPolicyThatIsPublishedIsShownWithWhatItChanges() throws Exception {
        // given
        String first = DefaultPolicy.document();
        String second = first.replace("version: \"1\"", "version: \"2\"").replace("csatFloor: 4.0", "csatFloor: 3.9");
        assertThat(served.await("/api/v1/policy", seen -> seen.has("inForce")).has("before"))
                .isFalse();
        JsonNode preview = validate(second);

        // when
        served.publish(second, RulesetState.LIVE);
        served.publish(first.replace("version: \"1\"", "version: \"3\""), RulesetState.DRAFT);
        served.publish("name: default\nversion: \"4\"\n", RulesetState.LIVE);

        // then
        JsonNode seen =
                served.await("/api/v1/policy", policy -> policy.path("editions").size() == 4);
        assertThat(seen.path("inForce").path("version").asText()).isEqualTo("2");
        assertThat(seen.path("before").path("version").asText()).isEqualTo("1");
        assertThat(seen.path("before").path("changes")).isEqualTo(preview.path("changes"));
        assertThat(preview.path("changes")).anySatisfy(change -> {
            assertThat(change.path("path").asText()).isEqualTo("categories.password-reset.csatFloor");
            assertThat(change.path("from").asText()).isEqualTo("4.0");
            assertThat(change.path("to").asText()).isEqualTo("3.9");
        });
        assertThat(seen.path("editions").findValuesAsText("fate"))
                .containsExactly("refused", "noted", "in-force", "taken");
        assertThat(seen.path("editions").get(0).path("refusal")).isNotEmpty();
        String hash = seen.path("inForce").path("hash").asText();
        assertThat(served.json("/api/v1/policy/editions/" + hash)
                        .path("document")
                        .asText())
                .isEqualTo(second);
        assertThat(served.get("/api/v1/policy/editions/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theTopologyTellsOfFlowLagAndState() throws Exception {
        served.handOver("flow-1", "A person please");

        JsonNode seen = served.await(
                "/api/v1/topology",
                topology -> escalated(topology) > 0 && accepted(topology) >= 3 && read(topology) >= 3);

        assertThat(seen.path("chapters").findValuesAsText("title"))
                .containsExactly("Intake", "Journey", "Evidence", "Ownership", "Hand-over", "Queue", "Outcome");
        JsonNode events = topic(seen.path("chapters").get(0).path("reads"), "triage.conversation.events");
        assertThat(events.has("lag")).isTrue();
        assertThat(seen.path("chapters")
                        .get(4)
                        .path("counts")
                        .path("escalation.decided")
                        .asLong())
                .isPositive();
        JsonNode state = served.await(
                "/api/v1/topology",
                topology -> store(topology).path("heapBytes").asLong() > 0);
        assertThat(store(state).path("heapBytes").asLong()).isPositive();
    }

    private static long accepted(JsonNode topology) {
        return topology.path("chapters")
                .path(0)
                .path("counts")
                .path("event.accepted")
                .asLong();
    }

    private static long read(JsonNode topology) {
        return topic(topology.path("chapters").path(0).path("reads"), "triage.conversation.events")
                .path("records")
                .asLong();
    }

    private static long escalated(JsonNode topology) {
        long records = 0;
        for (JsonNode topic : topology.path("chapters").path(5).path("writes")) {
            if (topic.path("topic").asText().startsWith("triage.escalations.")) {
                records += topic.path("records").asLong();
            }
        }
        return records;
    }

    private static JsonNode topic(JsonNode topics, String name) {
        for (JsonNode topic : topics) {
            if (topic.path("topic").asText().equals(name)) {
                return topic;
            }
        }
        throw new AssertionError(name + " is not in " + topics);
    }

    private static JsonNode store(JsonNode topology) {
        for (JsonNode store : topology.path("chapters").path(3).path("stores")) {
            if (store.path("name").asText().equals("conversations")) {
                return store;
            }
        }
        throw new AssertionError("no store of conversations in " + topology);
    }
}
