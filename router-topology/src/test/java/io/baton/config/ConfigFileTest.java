// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A configuration is valid as a whole, or refused with every mistake at once. */
class ConfigFileTest {

    private static final String LEAST = """
            kafka: {bootstrap.servers: "broker:9092"}
            registry: {url: "http://registry:8081"}
            """;

    @Test
    void theLeastThatIsNeededGetsDefaults() {
        RouterConfig config = valid(LEAST);

        assertThat(config.bootstrapServers()).isEqualTo("broker:9092");
        assertThat(config.registry()).containsEntry("schema.registry.url", "http://registry:8081");
        assertThat(config.topics().names().conversationEvents()).isEqualTo("triage.conversation.events");
        assertThat(config.startupWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.allDecisions()).isFalse();
    }

    @Test
    void anyKafkaSettingPassesThroughNestedOrDotted() {
        RouterConfig config = valid(LEAST + "kafka.security.protocol: SASL_SSL\n");

        assertThat(config.kafka()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void anOverrideWinsOverTheFile() {
        ConfigFile.Read read = ConfigFile.read(LEAST, List.of("topics.prefix=demo.", "decisions=all"));

        assertThat(read).isInstanceOfSatisfying(ConfigFile.Read.Valid.class, valid -> {
            assertThat(valid.config().topics().names().alerts()).isEqualTo("demo.alerts");
            assertThat(valid.config().allDecisions()).isTrue();
        });
    }

    @Test
    void everyMistakeIsReportedAtOnceAndNamesItsSetting() {
        ConfigFile.Read read = ConfigFile.read("""
                topics: {partitions: 0, prefix: "a b"}
                decisions: some
                startup.wait: soon
                state.max: much
                colour: blue
                """, List.of());

        assertThat(read)
                .isInstanceOfSatisfying(
                        ConfigFile.Read.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .anyMatch(line -> line.startsWith("kafka.bootstrap.servers:"))
                                .anyMatch(line -> line.startsWith("registry.url:"))
                                .anyMatch(line -> line.startsWith("topics.partitions:"))
                                .anyMatch(line -> line.startsWith("topics.prefix:"))
                                .anyMatch(line -> line.startsWith("decisions:"))
                                .anyMatch(line -> line.startsWith("startup.wait:"))
                                .anyMatch(line -> line.startsWith("state.max:"))
                                .anyMatch(line -> line.startsWith("colour:"))
                                .hasSize(8));
    }

    @Test
    void theSizeOfStateIsHalfOfTheHeapOrWhatIsGiven() {
        assertThat(valid(LEAST).state().maxBytes())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 2);
        assertThat(valid(LEAST + "state.max: 800m").state().maxBytes()).isEqualTo(800L << 20);
        assertThat(valid(LEAST + "state.max: 20G").state().maxBytes()).isEqualTo(20L << 30);
        for (String wrong : List.of("", "0m", "-1g", "1", "1t", "1.5g", "half")) {
            assertThat(ConfigFile.read(LEAST, List.of("state.max=" + wrong)))
                    .as("state.max=%s", wrong)
                    .isInstanceOf(ConfigFile.Read.Invalid.class);
        }
    }

    @Test
    void theExampleConfigurationIsValid() throws IOException {
        valid(Files.readString(Path.of("../deploy/baton.yaml")));
    }

    @Test
    void aConsoleForOtherMachinesNeedsOneOfTwoWaysToSignIn() {
        assertThat(problems("http: {port: 8080, host: 0.0.0.0}"))
                .singleElement()
                .asString()
                .contains("http.host", "http.password.file", "http.oidc.jwks.url");
        assertThat(problems("""
                http: {port: 8080, host: 0.0.0.0, password.file: people}
                http.oidc: {jwks.url: "https://idp/keys", issuer: "https://idp", audience: baton}
                """)).singleElement().asString().startsWith("http.password.file: ");
    }

    @Test
    void tokensThatCouldNotBeTrustedAreRefusedAndEachMistakeIsNamed() {
        assertThat(problems("""
                http.oidc:
                  jwks.url: http://idp.example/keys
                  issuer: https://idp.example
                  algorithms: RS256,none,HS256
                  skew: 2h
                  roles: support=boss
                http.advertised: nowhere
                """))
                .extracting(problem -> problem.split(":", 2)[0])
                .containsExactlyInAnyOrder(
                        "http.oidc.jwks.url",
                        "http.oidc.audience",
                        "http.oidc.algorithms",
                        "http.oidc.skew",
                        "http.oidc.roles",
                        "http.advertised");
    }

    @Test
    void tokensAreTakenAsConfigured() {
        TokenRule rule = valid(LEAST + """
                http: {port: 8080, host: 0.0.0.0, advertised: "baton-1:8080"}
                http.oidc:
                  jwks.url: https://idp.example/keys
                  issuer: https://idp.example
                  audience: baton
                  role.claim: realm_access.roles
                  roles: support=agent, support-leads=operator
                """).http().tokens().orElseThrow();

        assertThat(rule.roles()).containsOnly(Map.entry("support", "agent"), Map.entry("support-leads", "operator"));
        assertThat(rule.algorithms()).containsExactly("RS256", "ES256");
        assertThat(rule.skew()).isEqualTo(Duration.ofSeconds(30));
    }

    private static List<String> problems(String more) {
        ConfigFile.Read read = ConfigFile.read(LEAST + more, List.of());
        return read instanceof ConfigFile.Read.Invalid invalid ? invalid.problems() : List.of();
    }

    private static RouterConfig valid(String yaml) {
        ConfigFile.Read read = ConfigFile.read(yaml, List.of());
        assertThat(read).isInstanceOf(ConfigFile.Read.Valid.class);
        return ((ConfigFile.Read.Valid) read).config();
    }
}
