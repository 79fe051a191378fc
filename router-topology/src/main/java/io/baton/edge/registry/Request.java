// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** What a client asks: method, decoded path segments, query and body. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(String method, List<String> path, Map<String, String> query, byte[] bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Request of(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        List<String> path = new ArrayList<>();
        for (String segment : uri.getRawPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus sign in a path is itself; only in a query does it stand for a blank.
                path.add(decode(segment.replace("+", "%2B")));
            }
        }
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        return new Request(exchange.getRequestMethod(), List.copyOf(path), Map.copyOf(query), bytes);
    }

    boolean flag(String name) {
        return "true".equals(query.get(name));
    }

    /** Whether method and path fit; {@code *} in the pattern stands for any one segment. */
    boolean is(String wantedMethod, String... pattern) {
        return wantedMethod.equals(method) && matches(pattern);
    }

    boolean matches(String... pattern) {
        if (pattern.length != path.size()) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String segment(int index) {
        return path.get(index);
    }

    int id(int index) {
        try {
            return Integer.parseInt(path.get(index));
        } catch (NumberFormatException e) {
            throw Refusal.schemaNotFound();
        }
    }

    JsonNode body() {
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw Refusal.unreadableBody();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
        throw Refusal.unreadableBody();
    }

    /** The Avro schema in the body. */
    Schema schema() {
        JsonNode body = body();
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw Refusal.invalidSchema("this registry takes schema type AVRO only");
        }
        if (!body.path("references").isEmpty()) {
            throw Refusal.invalidSchema("this registry takes no references; put the referenced schema in its place");
        }
        try {
            return new Schema.Parser().parse(body.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw Refusal.invalidSchema("not a valid Avro schema");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
