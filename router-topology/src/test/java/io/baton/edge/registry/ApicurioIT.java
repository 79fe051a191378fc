// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConsentChanged;
import io.baton.serde.RegistryAvroSerde;
import io.baton.serde.RegistryClient;
import io.baton.serde.RegistryConfig;
import io.baton.serde.UnknownSchemaException;
import io.baton.serde.WireFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract and our serde against a real Apicurio Registry; runs under the Maven profile {@code apicurio}. */
class ApicurioIT extends RegistryContract {

    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    @TempDir
    static Path dir;

    private static Process server;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + freePort(),
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-jar",
                        runner().toString())
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("apicurio.log").toFile())
                .start();
        awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Override
    protected String baseUrl() {
        return url;
    }

    @Test
    void ourSerdeWritesAndReadsThroughIt() {
        RegistryConfig config = RegistryConfig.of(Map.of(RegistryConfig.URL, url));
        ConsentChanged consent = ConsentChanged.newBuilder().setAutomation(true).build();
        byte[] bytes;
        try (var writer = new RegistryAvroSerde<>(ConsentChanged.class, new RegistryClient(config))) {
            bytes = writer.serializer().serialize(subject, consent);
        }

        try (var reader = new RegistryAvroSerde<>(ConsentChanged.class, new RegistryClient(config))) {
            assertThat(WireFormat.isFramed(bytes)).isTrue();
            assertThat(reader.deserializer().deserialize(subject, bytes)).isEqualTo(consent);
        }
    }

    @Test
    void ourClientTellsAnUnknownIdFromAnUnavailableRegistry() {
        RegistryClient client = new RegistryClient(RegistryConfig.of(Map.of(RegistryConfig.URL, url)));

        Assertions.assertThatThrownBy(() -> client.byId(987_654_321)).isInstanceOf(UnknownSchemaException.class);
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "apicurio"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static void awaitReady() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
        long giveUpAt = System.nanoTime() + START_WITHIN.toNanos();
        while (System.nanoTime() < giveUpAt && server.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(200);
        }
        stop();
        throw new IllegalStateException(
                "Apicurio Registry did not start:\n" + Files.readString(dir.resolve("apicurio.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
