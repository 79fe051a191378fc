// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on the loopback interface only. Its ids depend on nothing but the order of registration.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes = new Routes(new Subjects());

    private EmbeddedRegistry(int port) throws IOException {
        // Read once by the JDK's server; without it each answer over a kept connection waits 40 ms for an
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::thread);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Starts a registry on a free port. */
    public static EmbeddedRegistry start() {
        return start(0);
    }

    /**
     * Starts a registry.
     *
     * @param port 0 for a free port, otherwise the port on 127.0.0.1
     * @throws IllegalStateException when the port is taken
     */
    public static EmbeddedRegistry start(int port) {
        try {
            EmbeddedRegistry registry = new EmbeddedRegistry(port);
            registry.server.start();
            return registry;
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " on 127.0.0.1 cannot be used by the schema registry", e);
        }
    }

    /** Address for {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            JsonNode body;
            try {
                body = routes.answer(Request.of(exchange));
            } catch (Refusal refusal) {
                status = refusal.status();
                body = error(refusal.code(), refusal.text());
            } catch (RuntimeException e) {
                LOG.error("a request to the embedded registry failed", e);
                status = 500;
                body = error(50001, "Error in the backend data store");
            }
            send(exchange, status, JSON.writeValueAsBytes(body));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
        if (!bodyless) {
            try (OutputStream output = exchange.getResponseBody()) {
                output.write(bytes);
            }
        }
    }

    private static JsonNode error(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "embedded-registry");
        thread.setDaemon(true);
        return thread;
    }
}
