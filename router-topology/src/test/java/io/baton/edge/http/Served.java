// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.config.HttpLayout;
import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.lab.Feed;
import io.baton.lab.LocalCluster;
import io.baton.names.StoreLayout;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.runtime.ChosenPolicy;
import io.baton.runtime.RouterProcess;
import io.baton.serde.Json;
import io.baton.serde.Serdes;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.Topology;

/** A broker, a router and its console, and conversations told to them as a chat platform would. */
final class Served implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalCluster cluster = LocalCluster.start(0);
    private final LongSupplier clock;
    private final ChosenPolicy policy = ChosenPolicy.of(Optional.empty());
    private final RouterConfig config;
    private final Wiring wiring;
    private Topology topology;
    private RouterProcess process;
    private final Feed feed;
    final HttpClient client = HttpClient.newHttpClient();
    private Console console;
    private int events;

    Served() throws InterruptedException {
        this(StoreLayout.PACKED);
    }

    Served(StoreLayout layout) throws InterruptedException {
        this(HttpLayout.loopback(0), layout);
    }

    /** With people who have to sign in. */
    Served(Path people) throws InterruptedException {
        this(
                new HttpLayout(
                        OptionalInt.of(0),
                        HttpLayout.LOOPBACK,
                        Optional.of(people),
                        Optional.empty(),
                        Optional.empty()),
                StoreLayout.PACKED);
    }

    Served(HttpLayout http, StoreLayout layout) throws InterruptedException {
        this(http, layout, System::currentTimeMillis);
    }

    /** A router that lives at another time; what is told happens then. */
    Served(LongSupplier clock) throws InterruptedException {
        this(HttpLayout.loopback(0), StoreLayout.PACKED, clock);
    }

    private Served(HttpLayout http, StoreLayout layout, LongSupplier clock) throws InterruptedException {
        this.clock = clock;
        config = cluster.config(2, layout, Profile.THROUGHPUT, false, Map.of("num.stream.threads", "1"))
                .withHttp(http);
        cluster.createTopics(config, policy.ruleset().queues().keySet());
        wiring = new Wiring(
                config.topics().names(),
                2,
                layout,
                false,
                new Clockwork(TimeMode.LIVE, clock, Duration.ofMillis(200), Duration.ofSeconds(1)),
                new Rulebook(policy.ruleset(), policy.models(), policy.document()),
                config.registry());
        topology = RouterTopology.build(wiring);
        process = RouterProcess.start(topology, config);
        feed = new Feed(cluster, config.topics().names());
        process.awaitRunning(PATIENCE);
        open();
    }

    private void open() {
        open(config);
    }

    private void open(RouterConfig shown) {
        console = Console.start(
                new Console.Shown(shown, topology, process, wiring.rulebook(), clock, "made up for a test"));
    }

    /** Another console over the same topics, as after a restart. */
    void openAnew() {
        console.close();
        open();
    }

    /** Ends router and console and starts both anew, at the same address. */
    void restart() throws InterruptedException {
        RouterConfig same =
                config.withHttp(HttpLayout.loopback(console.address().getPort()));
        console.close();
        process.close();
        topology = RouterTopology.build(wiring);
        process = RouterProcess.start(topology, config);
        process.awaitRunning(PATIENCE);
        open(same);
    }

    /** Ends the router; its console goes on serving. */
    void stopRouter() {
        process.close();
    }

    Console console() {
        return console;
    }

    URI address(String path) {
        return console.address().resolve(path);
    }

    /** A customer who asks for a person. */
    void handOver(String conversation, String text) {
        tell(conversation, "conversation.started", Map.of("channel", "chat"));
        tell(conversation, "conversation.customer-message", Map.of("text", text));
        tell(conversation, "conversation.human-requested", Map.of("via", "button"));
        feed.flush();
    }

    /** Publishes a policy as whoever owns it would. */
    void publish(String document, RulesetState state) {
        RulesetPublished published = RulesetPublished.newBuilder()
                .setName("default")
                .setVersion(document.replaceAll("(?s).*?version: \"([^\"]+)\".*", "$1"))
                .setHash(hash(document))
                .setState(state)
                .setDocument(document)
                .setPublishedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .build();
        String topic = config.topics().names().policyRulesets();
        try (var serde = Serdes.value(RulesetPublished.class, config.registry())) {
            feed.send(new ProducerRecord<>(
                    topic, "default".getBytes(UTF_8), serde.serializer().serialize(topic, published)));
        }
        feed.flush();
    }

    private static String hash(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One event, on its way. */
    void tell(String conversation, String type, Map<String, ?> data) {
        long at = clock.getAsLong();
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "e-" + ++events)
                .put("source", "test")
                .put("type", type)
                .put("subject", conversation)
                .put("time", Json.time(at))
                .put("partitionkey", "cust-" + conversation)
                .put("datacontenttype", "application/json");
        event.set("data", JSON.valueToTree(data));
        feed.send(new ProducerRecord<>(
                feed.topic(type),
                null,
                at,
                ("cust-" + conversation).getBytes(UTF_8),
                event.toString().getBytes(UTF_8)));
    }

    /** Everything that has been told is on its way. */
    void flush() {
        feed.flush();
    }

    /** How the broker and the registry are reached, and under which names the topics are there. */
    RouterConfig config() {
        return config;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What an address answers as soon as it answers so; asked again until then. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = json(path);
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " still answers " + seen);
            }
            Thread.sleep(50);
            seen = json(path);
        }
        return seen;
    }

    @Override
    public void close() {
        console.close();
        feed.close();
        process.close();
        cluster.close();
    }
}
