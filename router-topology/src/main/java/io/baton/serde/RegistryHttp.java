// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request to the first registry that answers. A registry that is down or overloaded is tried again, with growing pauses,
 * until the configured time is over: everything the router reads and writes waits for it, so giving up early helps nobody.
 */
final class RegistryHttp {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final RegistryConfig config;
    private final HttpClient client;
    private volatile int preferred;

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        this.client = Connection.of(config);
    }

    /** An answer that is worth reading: neither a network failure nor a server error. */
    record Answer(int status, JsonNode body) {

        /** The registry's own code such as 40403, or 0 where the answer did not come from a registry. */
        int errorCode() {
            return body.path("error_code").asInt(0);
        }
    }

    Answer get(String path) {
        return call(path, null);
    }

    Answer post(String path, JsonNode body) {
        return call(path, body.toString());
    }

    private Answer call(String path, @Nullable String body) {
        long giveUpAt = System.nanoTime() + config.retry().toNanos();
        long pause = FIRST_PAUSE_MS;
        for (int round = 1; ; round++) {
            Answer answer = oneRound(path, body);
            if (answer != null) {
                if (round > 1) {
                    LOG.info("schema registry answers again");
                }
                return answer;
            }
            long left = (giveUpAt - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new RegistryUnavailableException("schema registry not reachable: " + config.urls());
            }
            if (round == 1) {
                LOG.warn("schema registry not reachable, trying again for {} s: {}", left / 1_000, config.urls());
            }
            pause(Math.min(pause, left));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        }
    }

    private @Nullable Answer oneRound(String path, @Nullable String body) {
        List<URI> urls = config.urls();
        int first = preferred;
        for (int i = 0; i < urls.size(); i++) {
            int index = (first + i) % urls.size();
            Answer answer = attempt(urls.get(index), path, body);
            if (answer != null) {
                preferred = index;
                return answer;
            }
        }
        return null;
    }

    private @Nullable Answer attempt(URI url, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", MEDIA_TYPE + ", application/json");
        if (config.userInfo() != null) {
            byte[] info = config.userInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(info));
        }
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE).POST(BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() >= 500 || response.statusCode() == 429 ? null : readable(url, response);
        } catch (IOException e) {
            LOG.debug("no answer from {}: {}", url, e.getClass().getSimpleName());
            return null;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Answer readable(URI url, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new RegistryUnavailableException(
                    "schema registry " + url + " refuses our credentials: HTTP " + status);
        }
        try {
            return new Answer(status, JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            return new Answer(status, MissingNode.getInstance());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(Math.max(millis, 1));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static RegistryUnavailableException interrupted() {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("interrupted while waiting for the schema registry");
    }

    /** Connections are shared where nothing about TLS is special: each client of the JDK's owns a thread. */
    private static final class Connection {

        private static final HttpClient PLAIN = builder().build();

        static HttpClient of(RegistryConfig config) {
            boolean special = config.truststore() != null || config.keystore() != null;
            return special ? builder().sslContext(RegistryTls.context(config)).build() : PLAIN;
        }

        private static HttpClient.Builder builder() {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        }
    }
}
