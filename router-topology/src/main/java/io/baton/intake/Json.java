// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Bytes to a JSON object, with limits that keep a hostile record from costing more than its length. */
final class Json {

    static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .maxStringLength(Intake.MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Json() {}

    /** The object; its first byte is known to be an opening brace. */
    static ObjectNode object(byte[] value, int offset) throws RefusedException {
        try {
            return READER.readValue(value, offset, value.length - offset);
        } catch (StreamConstraintsException e) {
            throw new RefusedException(
                    Refusal.JSON_TOO_COMPLEX, "deeper than " + MAX_DEPTH + " levels, or a name or number too long");
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new RefusedException(
                    Refusal.MALFORMED_JSON, at < 0 ? "not well-formed" : "not well-formed at byte " + at);
        } catch (IOException e) {
            throw new RefusedException(Refusal.MALFORMED_JSON, "not UTF-8");
        }
    }

    /** Where the opening brace stands, past white space and a byte order mark; -1 where the value is no object. */
    static int brace(byte[] value) {
        boolean mark =
                value.length >= 3 && value[0] == (byte) 0xEF && value[1] == (byte) 0xBB && value[2] == (byte) 0xBF;
        int i = mark ? 3 : 0;
        while (i < value.length && (value[i] == ' ' || value[i] == '\t' || value[i] == '\r' || value[i] == '\n')) {
            i++;
        }
        return i < value.length && value[i] == '{' ? i : -1;
    }
}
