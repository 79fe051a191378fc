// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a recorded line is put in order and placed by; empty strings where the line does not say.
 *
 * <p>Nothing is judged here: whether a line is an event, and why not, is intake's to say.
 *
 * @param at milliseconds since 1970; 0 where the line does not say when it happened
 * @param dated whether the line could be read and says when it happened
 */
record LineHead(String type, String source, String id, String subject, String partitionKey, long at, boolean dated) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final LineHead UNREADABLE = new LineHead("", "", "", "", "", 0, false);
    private static final int DATE_CHARS = 10;

    static LineHead of(byte[] line) {
        Map<String, String> found = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return UNREADABLE;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    keep(found, name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return UNREADABLE;
        }
        return of(found);
    }

    private static void keep(Map<String, String> found, String name, String value) {
        switch (name) {
            case "type", "source" -> found.put(name, value.intern());
            case "id", "subject", "partitionkey", "time" -> found.put(name, value);
            default -> {
                // the rest of the line is looked at by intake
            }
        }
    }

    private static LineHead of(Map<String, String> found) {
        String time = found.getOrDefault("time", "");
        long at = 0;
        boolean dated = false;
        try {
            boolean spaced = time.length() > DATE_CHARS && time.charAt(DATE_CHARS) == ' ';
            at = Instant.parse(spaced ? time.replace(' ', 'T') : time).toEpochMilli();
            dated = true;
        } catch (DateTimeException | ArithmeticException e) {
            // undated: it goes to the front, and intake says what is wrong with it
        }
        return new LineHead(
                found.getOrDefault("type", ""),
                found.getOrDefault("source", ""),
                found.getOrDefault("id", ""),
                found.getOrDefault("subject", ""),
                found.getOrDefault("partitionkey", ""),
                at,
                dated);
    }
}
