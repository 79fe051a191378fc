// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * What any schema registry must do for us, ours or another's: the same tests against a base address. Where the registries of
 * the world differ (codes for a senseless version or level, the answer to a new level, modes) the test stands with ours.
 */
public abstract class RegistryContract {

    protected static final String V1 = schema("""
            {"name": "id", "type": "string"}""");
    protected static final String V2_BACKWARD = schema("""
            {"name": "id", "type": "string"}, {"name": "note", "type": ["null", "string"], "default": null}""");
    protected static final String V2_BREAKING = schema("""
            {"name": "id", "type": "string"}, {"name": "count", "type": "int"}""");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    protected final String subject = "contract-" + UUID.randomUUID() + "-value";

    protected abstract String baseUrl();

    protected record Answer(int status, JsonNode body) {

        int code() {
            return body.path("error_code").asInt();
        }
    }

    @Test
    void registeringTheSameSchemaTwiceGivesTheSameId() throws Exception {
        int first = register(subject, V1);
        int second = register(subject, V1);

        assertThat(second).isEqualTo(first);
        assertThat(get("/subjects/" + subject + "/versions").body()).isEqualTo(JSON.readTree("[1]"));
    }

    @Test
    void idsAreSharedBySubjects() throws Exception {
        int here = register(subject, V1);
        int there = register("other-" + subject, V1);

        assertThat(there).isEqualTo(here);
        assertThat(get("/schemas/ids/" + here + "/versions").body().toString())
                .contains("\"" + subject + "\"", "\"other-" + subject + "\"");
    }

    @Test
    void anIdGivesItsSchema() throws Exception {
        int id = register(subject, V1);

        assertThat(parse(get("/schemas/ids/" + id).body().path("schema").asText()))
                .isEqualTo(parse(V1));
    }

    @Test
    void anUnknownIdIs40403() throws Exception {
        Answer answer = get("/schemas/ids/987654321");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(40403);
        assertThat(answer.body().path("message").asText()).isNotEmpty();
    }

    @Test
    void avroIsAmongTheTypes() throws Exception {
        assertThat(get("/schemas/types").body().toString()).contains("\"AVRO\"");
    }

    @Test
    void lookingUpFindsVersionAndIdOfARegisteredSchema() throws Exception {
        int id = register(subject, V1);

        JsonNode found = post("/subjects/" + subject, V1).body();

        assertThat(found.path("subject").asText()).isEqualTo(subject);
        assertThat(found.path("version").asInt()).isEqualTo(1);
        assertThat(found.path("id").asInt()).isEqualTo(id);
        assertThat(parse(found.path("schema").asText())).isEqualTo(parse(V1));
    }

    @Test
    void lookingUpInAnUnknownSubjectIs40401AndOfAnUnknownSchema40403() throws Exception {
        assertThat(post("/subjects/" + subject, V1).code()).isEqualTo(40401);
        register(subject, V1);
        assertThat(post("/subjects/" + subject, V2_BREAKING).code()).isEqualTo(40403);
    }

    @Test
    void versionsAreReadByNumberAndAsLatest() throws Exception {
        register(subject, V1);
        int second = register(subject, V2_BACKWARD);

        assertThat(get("/subjects/" + subject + "/versions/1")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/subjects/" + subject + "/versions/latest")
                        .body()
                        .path("id")
                        .asInt())
                .isEqualTo(second);
        assertThat(parse(get("/subjects/" + subject + "/versions/latest/schema")
                        .body()
                        .toString()))
                .isEqualTo(parse(V2_BACKWARD));
    }

    @Test
    void missingSubjectAndVersionHaveTheirCodes() throws Exception {
        assertThat(get("/subjects/" + subject + "/versions").code()).isEqualTo(40401);
        register(subject, V1);
        assertThat(get("/subjects/" + subject + "/versions/7").code()).isEqualTo(40402);
    }

    @Test
    void whatIsNotASchemaIs42201() throws Exception {
        Answer answer = post("/subjects/" + subject + "/versions", "{\"type\": \"nonsense\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(42201);
    }

    @Test
    void anIncompatibleSchemaIsRefusedWith409() throws Exception {
        register(subject, V1);
        level(subject, "BACKWARD");

        Answer answer = post("/subjects/" + subject + "/versions", V2_BREAKING);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(get("/subjects/" + subject + "/versions").body()).hasSize(1);
    }

    @Test
    void compatibilityIsToldWithoutRegistering() throws Exception {
        register(subject, V1);
        level(subject, "BACKWARD");
        String path = "/compatibility/subjects/" + subject + "/versions/latest";

        assertThat(post(path, V2_BACKWARD).body().path("is_compatible").asBoolean())
                .isTrue();
        assertThat(post(path, V2_BREAKING).body().path("is_compatible").asBoolean(true))
                .isFalse();
        assertThat(get("/subjects/" + subject + "/versions").body()).hasSize(1);
    }

    @Test
    void aLevelIsKeptForItsSubject() throws Exception {
        register(subject, V1);
        level(subject, "FULL");

        assertThat(get("/config/" + subject).body().path("compatibilityLevel").asText())
                .isEqualTo("FULL");
        assertThat(delete("/config/" + subject).status()).isEqualTo(200);
    }

    @Test
    void aDeletedSubjectIsGoneButItsIdCanStillBeRead() throws Exception {
        int id = register(subject, V1);

        assertThat(delete("/subjects/" + subject).body()).isEqualTo(JSON.readTree("[1]"));

        assertThat(get("/subjects/" + subject + "/versions").code()).isEqualTo(40401);
        assertThat(get("/subjects").body().toString()).doesNotContain("\"" + subject + "\"");
        assertThat(get("/schemas/ids/" + id).status()).isEqualTo(200);
    }

    @Test
    void aVersionCanBeDeletedAlone() throws Exception {
        register(subject, V1);
        register(subject, V2_BACKWARD);

        assertThat(delete("/subjects/" + subject + "/versions/1").body().asInt())
                .isEqualTo(1);

        assertThat(get("/subjects/" + subject + "/versions").body()).isEqualTo(JSON.readTree("[2]"));
    }

    @Test
    void subjectNamesMayHoldAnyCharacter() throws Exception {
        String odd = "a b+c%20é" + subject;
        String encoded = java.net.URLEncoder.encode(odd, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");

        assertThat(post("/subjects/" + encoded + "/versions?normalize=false", V1)
                        .status())
                .isEqualTo(200);

        assertThat(get("/subjects").body().toString()).contains("\"" + odd + "\"");
    }

    protected int register(String name, String schema) throws Exception {
        Answer answer = post("/subjects/" + name + "/versions", schema);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("id").asInt();
    }

    protected void level(String name, String level) throws Exception {
        Answer answer = send("PUT", "/config/" + name, "{\"compatibility\": \"" + level + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(get("/config/" + name).body().path("compatibilityLevel").asText())
                .isEqualTo(level);
    }

    protected Answer get(String path) throws Exception {
        return send("GET", path, null);
    }

    protected Answer delete(String path) throws Exception {
        return send("DELETE", path, null);
    }

    protected Answer post(String path, String schema) throws Exception {
        return send(
                "POST",
                path,
                JsonNodeFactory.instance.objectNode().put("schema", schema).toString());
    }

    protected Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static String schema(String fields) {
        return "{\"type\": \"record\", \"name\": \"Sample\", \"namespace\": \"contract\", \"fields\": [" + fields
                + "]}";
    }
}
