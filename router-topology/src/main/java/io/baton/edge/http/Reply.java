// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.serde.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, String type, byte[] body, Map<String, String> headers) {

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", Json.bytes(body), Map.of());
    }

    static Reply text(int status, String type, String body) {
        return new Reply(status, type, body.getBytes(UTF_8), Map.of());
    }

    Reply as(String otherType) {
        return new Reply(status, otherType, body, headers);
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, body, more);
    }
}
