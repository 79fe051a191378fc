// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedRegistryIT extends RegistryContract {

    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Override
    protected String baseUrl() {
        return registry.url();
    }

    @Test
    void anUnknownLevelIs42203() throws Exception {
        Answer answer = send("PUT", "/config/" + subject, "{\"compatibility\": \"SIDEWAYS\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(42203);
    }

    @Test
    void theRegistryTakesWrites() throws Exception {
        assertThat(get("/mode").body().path("mode").asText()).isEqualTo("READWRITE");
    }

    @Test
    void aSenselessVersionIs42202() throws Exception {
        register(subject, V1);

        assertThat(get("/subjects/" + subject + "/versions/0").code()).isEqualTo(42202);
        assertThat(get("/subjects/" + subject + "/versions/new").code()).isEqualTo(42202);
    }

    @Test
    void aSubjectWithoutALevelOfItsOwnIs40408UnlessTheGlobalOneWillDo() throws Exception {
        assertThat(get("/config/" + subject).code()).isEqualTo(40408);
        assertThat(get("/config/" + subject + "?defaultToGlobal=true").body().toString())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");

        level(subject, "FULL");
        delete("/config/" + subject);

        assertThat(get("/config/" + subject).code()).isEqualTo(40408);
    }

    @Test
    void aNewLevelIsRepeatedInTheAnswer() throws Exception {
        assertThat(send("PUT", "/config/" + subject, "{\"compatibility\": \"full\"}")
                        .body()
                        .toString())
                .isEqualTo("{\"compatibility\":\"FULL\"}");
    }

    @Test
    void idsCountFromOneInTheOrderOfRegistration() throws Exception {
        assertThat(register("a-value", V1)).isEqualTo(1);
        assertThat(register("b-value", V2_BREAKING)).isEqualTo(2);
        assertThat(register("c-value", V1)).isEqualTo(1);
    }

    @Test
    void theRootAnswersAnEmptyObject() throws Exception {
        assertThat(get("/").body().toString()).isEqualTo("{}");
    }

    @Test
    void newVersionsAreBackwardCompatibleUnlessToldOtherwise() throws Exception {
        assertThat(get("/config").body().path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
        register(subject, V1);
        assertThat(post("/subjects/" + subject + "/versions", V2_BREAKING).status())
                .isEqualTo(409);

        send("PUT", "/config", "{\"compatibility\": \"none\"}");

        assertThat(post("/subjects/" + subject + "/versions", V2_BREAKING).status())
                .isEqualTo(200);
    }

    @Test
    void aTransitiveLevelLooksBehindTheLatestVersion() throws Exception {
        level(subject, "NONE");
        register(subject, V2_BREAKING);
        register(subject, V2_BACKWARD);
        String withString = V2_BREAKING.replace("\"int\"", "[\"null\", \"string\"], \"default\": null");

        level(subject, "BACKWARD");
        assertThat(compatible(withString)).isTrue();
        level(subject, "BACKWARD_TRANSITIVE");
        assertThat(compatible(withString)).isFalse();
    }

    @Test
    void forwardAndFullLookTheOtherWay() throws Exception {
        register(subject, V2_BACKWARD);
        level(subject, "FORWARD");
        assertThat(compatible(V2_BREAKING)).isTrue();
        level(subject, "FULL");
        assertThat(compatible(V2_BREAKING)).isFalse();
        assertThat(compatible(V1)).isTrue();
    }

    @Test
    void aSubjectIsOnlyErasedAfterASoftDelete() throws Exception {
        register(subject, V1);
        assertThat(delete("/subjects/" + subject + "?permanent=true").code()).isEqualTo(40405);
        delete("/subjects/" + subject);
        assertThat(get("/subjects/" + subject + "/versions?deleted=true").status())
                .isEqualTo(200);

        assertThat(delete("/subjects/" + subject + "?permanent=true").status()).isEqualTo(200);

        assertThat(get("/subjects/" + subject + "/versions?deleted=true").code())
                .isEqualTo(40401);
    }

    @Test
    void aVersionIsOnlyErasedAfterASoftDelete() throws Exception {
        register(subject, V1);
        register(subject, V2_BACKWARD);
        String path = "/subjects/" + subject + "/versions/1";
        assertThat(delete(path + "?permanent=true").code()).isEqualTo(40407);
        delete(path);

        assertThat(delete(path + "?permanent=true").status()).isEqualTo(200);

        assertThat(get("/subjects/" + subject + "/versions?deleted=true").body())
                .hasSize(1);
    }

    @Test
    void otherSchemaTypesAreRefused() throws Exception {
        String body = "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax\"}";

        assertThat(send("POST", "/subjects/" + subject + "/versions", body).code())
                .isEqualTo(42201);
    }

    @Test
    void anUnreadableBodyAndAnUnknownPathAreAnswered() throws Exception {
        assertThat(send("POST", "/subjects/" + subject + "/versions", "not json")
                        .status())
                .isEqualTo(400);
        assertThat(get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void aPortInUseIsNamed() {
        int port = Integer.parseInt(registry.url().replaceAll(".*:", ""));

        assertThatThrownBy(() -> EmbeddedRegistry.start(port))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + port);
    }

    private boolean compatible(String schema) throws Exception {
        return post("/compatibility/subjects/" + subject + "/versions", schema)
                .body()
                .path("is_compatible")
                .asBoolean();
    }
}
