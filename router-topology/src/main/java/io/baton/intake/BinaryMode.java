// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The Kafka binding of CloudEvents in binary mode: attributes are {@code ce_} headers, the value is the data alone. */
final class BinaryMode {

    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String STRUCTURED = "application/cloudevents";

    private BinaryMode() {}

    /** Whether the headers say so; a structured content type wins over {@code ce_} headers that a bridge left behind. */
    static boolean applies(Headers headers) {
        boolean attributes =
                headers.lastHeader(PREFIX + "specversion") != null || headers.lastHeader(PREFIX + "type") != null;
        return attributes
                && !header(headers, CONTENT_TYPE).toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    static CloudEvent read(Headers headers, byte[] value) throws RefusedException {
        CloudEvent.requireVersion(header(headers, PREFIX + "specversion"));
        CloudEvent.requireJson(header(headers, CONTENT_TYPE));
        return new CloudEvent(
                header(headers, PREFIX + "id"),
                header(headers, PREFIX + "source"),
                header(headers, PREFIX + "type"),
                header(headers, PREFIX + "subject"),
                header(headers, PREFIX + "partitionkey"),
                header(headers, PREFIX + "time"),
                data(value));
    }

    /** Some types have no data, so an empty value is an empty object here. */
    private static JsonNode data(byte[] value) throws RefusedException {
        if (value.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        int brace = Json.brace(value);
        if (brace < 0) {
            throw new RefusedException(
                    Refusal.UNREADABLE_BYTES, "the value of a binary-mode event must be a JSON object");
        }
        return Json.object(value, brace);
    }

    private static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
