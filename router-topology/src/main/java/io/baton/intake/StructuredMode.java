// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** CloudEvents JSON: the whole event is one object. */
final class StructuredMode {

    private StructuredMode() {}

    static CloudEvent read(byte[] value) throws RefusedException {
        if (value.length == 0) {
            throw new RefusedException(Refusal.EMPTY_VALUE, "no value and no ce_ headers");
        }
        int brace = Json.brace(value);
        if (brace < 0) {
            throw new RefusedException(Refusal.UNREADABLE_BYTES, "begins neither with byte 0 nor with a brace");
        }
        ObjectNode event = Json.object(value, brace);
        CloudEvent.requireVersion(event.path("specversion").asText());
        if (event.hasNonNull("data_base64")) {
            throw new RefusedException(Refusal.UNSUPPORTED_CONTENT, "data must be JSON");
        }
        CloudEvent.requireJson(text(event, "datacontenttype"));
        return new CloudEvent(
                text(event, "id"),
                text(event, "source"),
                text(event, "type"),
                text(event, "subject"),
                text(event, "partitionkey"),
                text(event, "time"),
                data(event.path("data")));
    }

    private static JsonNode data(JsonNode data) throws RefusedException {
        if (data.isMissingNode() || data.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!data.isObject()) {
            throw new RefusedException(Refusal.BAD_VALUE, "data must be an object");
        }
        return data;
    }

    private static String text(ObjectNode event, String attribute) throws RefusedException {
        JsonNode node = event.path(attribute);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            throw new RefusedException(Refusal.BAD_VALUE, attribute + " must be a string");
        }
        return node.textValue();
    }
}
