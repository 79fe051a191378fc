// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request: who asks, decoded path and query, and the body where it is wanted. */
final class Exchange {

    /** Largest body that is read, bytes: a policy document fits. */
    static final int MOST_BODY = 512 << 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Request request;
    private final List<String> path;
    private final Map<String, String> query;
    private Identity identity = new Identity("nobody", Role.VIEWER);

    private Exchange(Request request, List<String> path, Map<String, String> query) {
        this.request = request;
        this.path = path;
        this.query = query;
    }

    static Exchange of(Request request) {
        List<String> path = new ArrayList<>();
        for (String segment : request.getHttpURI().getPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus sign in a path is itself; only in a query does it stand for a blank.
                path.add(decode(segment.replace("+", "%2B")));
            }
        }
        Map<String, String> query = new HashMap<>();
        String raw = request.getHttpURI().getQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                query.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Exchange(request, path, query);
    }

    String method() {
        return request.getMethod();
    }

    List<String> path() {
        return path;
    }

    String segment(int index) {
        return path.get(index);
    }

    Identity identity() {
        return identity;
    }

    void identity(Identity known) {
        identity = known;
    }

    Request request() {
        return request;
    }

    /** Path and query as they were sent. */
    String address() {
        return request.getHttpURI().getPathQuery();
    }

    /** Address of who asks, without its port. */
    String remote() {
        return Request.getRemoteAddr(request);
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** A parameter of the query; empty where it is missing or blank. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** A parameter that is a whole number. */
    int number(String name, int least, int most, int standard) {
        Optional<String> given = parameter(name);
        if (given.isEmpty()) {
            return standard;
        }
        try {
            int number = Integer.parseInt(given.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below with what is allowed
        }
        throw Problem.badParameter(name, "a whole number from " + least + " to " + most);
    }

    /** A parameter that is one of an enumeration, in lower case. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E standard) {
        Optional<String> given = parameter(name);
        if (given.isEmpty()) {
            return standard;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String text = constant.name().toLowerCase(Locale.ROOT);
            if (text.equals(given.get())) {
                return constant;
            }
            allowed.add(text);
        }
        throw Problem.badParameter(name, "one of " + String.join(", ", allowed));
    }

    /** The body, which must be a JSON object. */
    ObjectNode body() {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null
                || !type.toLowerCase(Locale.ROOT).split(";", 2)[0].trim().equals("application/json")) {
            throw Problem.wrongType();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(MOST_BODY + 1);
            if (bytes.length > MOST_BODY) {
                throw Problem.tooLarge(MOST_BODY);
            }
            JsonNode body = JSON.readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the body is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.badRequest("the body must be a JSON object");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the address has a percent sign without two digits behind it");
        }
    }
}
