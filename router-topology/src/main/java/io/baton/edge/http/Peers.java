// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * The other instances of this router. A question is passed on once, in the name of who asked; whoever gets it answers for itself or not at
 * all. What goes wrong on the way is a "not now", since the next rebalance will mend it.
 */
final class Peers {

    /** Marks a question that has been passed on. */
    static final String HOP_HEADER = "Baton-Forwarded";

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    /** Fewer than the server's threads: a peer that hangs does not take all of them. */
    private static final int MOST_AT_ONCE = 6;

    private final Semaphore lines = new Semaphore(MOST_AT_ONCE);
    private final String self;
    private @Nullable HttpClient client;

    /** @param self where this instance is reached; empty where nobody knows */
    Peers(String self) {
        this.self = self;
    }

    static boolean wasForwarded(Exchange exchange) {
        return exchange.header(HOP_HEADER) != null;
    }

    boolean isSelf(HostInfo host) {
        return (host.host() + ":" + host.port()).equals(self.replace("[", "").replace("]", ""));
    }

    /** What another instance answers, with its status; a {@link Problem} where it does not. */
    Reply ask(HostInfo host, Exchange exchange) {
        if (!lines.tryAcquire()) {
            throw Problem.notYet("too many questions wait for another instance");
        }
        try {
            HttpResponse<byte[]> answer =
                    client().send(request(host, exchange), HttpResponse.BodyHandlers.ofByteArray());
            return reply(answer);
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.notYet("the instance that holds it does not answer; its partitions move to another soon");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.notYet("the console is stopping");
        } finally {
            lines.release();
        }
    }

    private static HttpRequest request(HostInfo host, Exchange exchange) {
        String name = host.host().contains(":") ? "[" + host.host() + "]" : host.host();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + name + ":" + host.port() + exchange.address()))
                .timeout(ANSWER_WITHIN)
                .header(HOP_HEADER, "1");
        Optional.ofNullable(exchange.header("Authorization"))
                .ifPresent(signedIn -> request.header("Authorization", signedIn));
        return request.build();
    }

    /** Its own troubles are none of the asker's. */
    private static Reply reply(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200, 404 ->
                new Reply(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse("application/json"),
                        answer.body(),
                        Map.of());
            case 429 -> throw Problem.tooMany(1);
            default -> throw Problem.notYet("the instance that holds it cannot answer at the moment");
        };
    }

    /** Made at the first question: most consoles have no peers. */
    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_WITHIN)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
            client = known;
        }
        return known;
    }
}
