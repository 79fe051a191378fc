// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryClientTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void askingAgainCostsNoRequest() throws Exception {
        RegistryClient client = client(Map.of(RegistryConfig.URL, answering(200, "{\"id\": 7}")));

        assertThat(client.register("s", TEXT)).isEqualTo(7);
        assertThat(client.register("s", TEXT)).isEqualTo(7);
        assertThat(client.byId(7)).isEqualTo(TEXT);

        assertThat(authorizations).hasSize(1);
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        RegistryClient client = client(Map.of(
                RegistryConfig.URL, answeringInTurn("503", "429", "{\"id\": 7}"), RegistryConfig.RETRY_MS, "20000"));

        assertThat(client.register("s", TEXT)).isEqualTo(7);
    }

    @Test
    void theNextAddressIsTriedWhenOneIsDown() throws Exception {
        RegistryClient client = client(Map.of(
                RegistryConfig.URL, deadAddress() + " , " + answering(200, "{\"id\": 7}"), RegistryConfig.RETRY_MS, 0));

        assertThat(client.register("s", TEXT)).isEqualTo(7);
    }

    @Test
    void givesUpAfterTheConfiguredTime() throws Exception {
        String address = deadAddress();
        RegistryClient client = client(Map.of(RegistryConfig.URL, address, RegistryConfig.RETRY_MS, 150));

        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(address);
    }

    @Test
    void refusedCredentialsAreNoFaultOfTheRecord() throws Exception {
        RegistryClient client = client(Map.of(RegistryConfig.URL, answering(401, "{}")));

        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("401");
    }

    @Test
    void aNotFoundThatIsNotTheRegistrysIsNoFaultOfTheRecord() throws Exception {
        RegistryClient client = client(Map.of(RegistryConfig.URL, answering(404, "<html>nothing here</html>")));

        assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> client.lookUp("s", TEXT)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void anotherSchemaTypeIsPermanentlyUnknown() throws Exception {
        String proto = "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax\"}";
        RegistryClient client = client(Map.of(RegistryConfig.URL, answering(200, proto)));

        assertThatThrownBy(() -> client.byId(1)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void basicAuthenticationIsSentFromTheSettingsOrTheAddress() throws Exception {
        String address = answering(200, "{\"id\": 7}");
        Map<String, Object> settings = Map.of(
                RegistryConfig.URL,
                address,
                "basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                new Password("ann:secret"));

        client(settings).register("s", TEXT);
        client(Map.of(RegistryConfig.URL, address.replace("//", "//bob:hidden@")))
                .register("s", TEXT);

        assertThat(authorizations).containsExactly(basic("ann:secret"), basic("bob:hidden"));
    }

    @Test
    void secretsStayOutOfWhatIsPrinted() {
        RegistryConfig config = RegistryConfig.of(Map.of(
                RegistryConfig.URL,
                "http://bob:hidden@registry:8081/",
                "schema.registry.ssl.truststore.location",
                "/etc/trust.p12",
                "schema.registry.ssl.truststore.password",
                "topsecret"));

        assertThat(config.toString()).isEqualTo("RegistryConfig[http://registry:8081]");
        assertThat(String.valueOf(config.truststore())).doesNotContain("topsecret");
    }

    @Test
    void aMissingOrWrongSettingIsNamed() {
        assertThatThrownBy(() -> RegistryConfig.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.URL);
        assertThatThrownBy(() -> RegistryConfig.of(Map.of(RegistryConfig.URL, "registry:8081")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.URL);
        assertThatThrownBy(() ->
                        RegistryConfig.of(Map.of(RegistryConfig.URL, "http://r:1", RegistryConfig.RETRY_MS, "soon")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.RETRY_MS);
        assertThatThrownBy(() -> RegistryConfig.of(
                        Map.of(RegistryConfig.URL, "http://r:1", "basic.auth.credentials.source", "SASL_INHERIT")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.credentials.source");
    }

    @Test
    void tlsTrustsTheGivenStoreOnly(@TempDir Path dir) throws Exception {
        Path store = dir.resolve("server.p12");
        createCertificate(store);
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        String address = start(server, new ArrayDeque<>(List.of("{\"id\": 7}"))).replace("http:", "https:");
        Map<String, Object> settings = new HashMap<>(Map.of(RegistryConfig.URL, address, RegistryConfig.RETRY_MS, 0));

        assertThatThrownBy(() -> client(settings).register("s", TEXT)).isInstanceOf(RegistryUnavailableException.class);
        settings.put("schema.registry.ssl.truststore.location", store.toString());
        settings.put("schema.registry.ssl.truststore.password", "changeit");
        settings.put("schema.registry.ssl.truststore.type", "PKCS12");
        assertThat(client(settings).register("s", TEXT)).isEqualTo(7);
    }

    @Test
    void aTrustStoreThatCannotBeReadIsNamed() {
        Map<String, Object> settings =
                Map.of(RegistryConfig.URL, "https://r:1", "schema.registry.ssl.truststore.location", "/no/such/file");

        assertThatThrownBy(() -> client(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("/no/such/file");
    }

    private static RegistryClient client(Map<String, ?> settings) {
        return new RegistryClient(RegistryConfig.of(settings));
    }

    private String answering(int status, String body) throws IOException {
        return answeringInTurn(status == 200 ? body : status + " " + body);
    }

    /** Bodies, or three digits for a status; the last one again and again. */
    private String answeringInTurn(String... answers) throws IOException {
        return start(HttpServer.create(ANY_PORT, 0), new ArrayDeque<>(List.of(answers)));
    }

    private String start(HttpServer server, Queue<String> answers) {
        servers.add(server);
        server.createContext("/", exchange -> answer(exchange, answers.size() > 1 ? answers.remove() : answers.peek()));
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, String answer) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        boolean isStatus = Character.isDigit(answer.charAt(0));
        byte[] body = (isStatus ? answer.substring(3) : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(
                isStatus ? Integer.parseInt(answer.substring(0, 3)) : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static String deadAddress() throws IOException {
        HttpServer server = HttpServer.create(ANY_PORT, 0);
        server.start();
        server.stop(0);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void createCertificate(Path store) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
