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

/** People at a console: streams that are held open, conversations that are asked for one after the other, the inbox. */
final class Onlookers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Below the 50 requests a second that the console grants an address. */
    private static final long BETWEEN_QUESTIONS_MS = 25;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private final List<CompletableFuture<?>> streams = new ArrayList<>();

    Onlookers(int port) {
        this.console = URI.create("http://127.0.0.1:" + port);
    }

    /** Opens live streams; whatever they are told is read and thrown away. */
    void look(int viewers) {
        for (int i = 0; i < viewers; i++) {
            streams.add(client.sendAsync(request("/api/v1/live"), HttpResponse.BodyHandlers.discarding()));
        }
    }

    void lookAway() {
        streams.forEach(stream -> stream.cancel(true));
        streams.clear();
    }

    /** Asks for a conversation after another until the load is over; milliseconds of each answer. */
    List<Double> ask(CompletableFuture<?> load) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        while (!load.isDone()) {
            for (JsonNode one : get("/api/v1/conversations").path("conversations")) {
                String path = "/api/v1/state/conversations/" + encoded(one, "conversationId") + "?customer="
                        + encoded(one, "customerId");
                long begin = System.nanoTime();
                int status = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                if (status == 200) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
                Thread.sleep(BETWEEN_QUESTIONS_MS);
                if (load.isDone()) {
                    break;
                }
            }
        }
        return millis;
    }

    /** Open escalations, and milliseconds until they were there. */
    double[] inbox() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode inbox = get("/api/v1/inbox");
        return new double[] {inbox.path("total").asInt(), (System.nanoTime() - begin) / 1e6};
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
