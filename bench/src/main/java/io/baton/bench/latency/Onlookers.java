// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** People at a console: streams that are held open, conversations that are asked for one after the other, the inbox. */
final class Onlookers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Below the 50 requests a second that the console grants an address. */
    private static final long BETWEEN_QUESTIONS_MS = 25;

    private static final long CONNECTED_WITHIN_SECONDS = 30;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private final List<CompletableFuture<?>> streams = new ArrayList<>();

    Onlookers(int port) {
        this.console = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * An inbox.
     *
     * @param open open escalations
     * @param millis until all of them were there
     * @param bytes of the answer
     */
    record Inbox(int open, double millis, int bytes) {}

    /**
     * Opens live streams and waits until each is; whatever they are told is read and thrown away.
     *
     * @throws IllegalStateException where one is refused
     */
    void look(int viewers) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(viewers);
        for (int i = 0; i < viewers; i++) {
            streams.add(client.sendAsync(request("/api/v1/live"), head -> {
                if (head.statusCode() == OK) {
                    open.countDown();
                }
                return HttpResponse.BodySubscribers.discarding();
            }));
        }
        if (!open.await(CONNECTED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " of " + viewers + " live streams were not opened");
        }
    }

    void lookAway() {
        streams.forEach(stream -> stream.cancel(true));
        streams.clear();
    }

    /** Asks for a conversation after another until it is enough; milliseconds of each answer. */
    List<Double> ask(BooleanSupplier enough) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        while (!enough.getAsBoolean()) {
            for (JsonNode one : get("/api/v1/conversations").path("conversations")) {
                if (enough.getAsBoolean()) {
                    break;
                }
                String path = "/api/v1/state/conversations/" + encoded(one, "conversationId") + "?customer="
                        + encoded(one, "customerId");
                long begin = System.nanoTime();
                int status = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                if (status == OK) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
                Thread.sleep(BETWEEN_QUESTIONS_MS);
            }
            Thread.sleep(BETWEEN_QUESTIONS_MS);
        }
        return millis;
    }

    /** Reads the inbox. */
    Inbox inbox() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        byte[] body = client.send(request("/api/v1/inbox"), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        double millis = (System.nanoTime() - begin) / 1e6;
        return new Inbox(JSON.readTree(body).path("total").asInt(), millis, body.length);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(client.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(console.resolve(path)).build();
    }

    private static String encoded(JsonNode row, String field) {
        return URLEncoder.encode(row.path(field).asText(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lookAway();
    }
}
