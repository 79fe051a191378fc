// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A CloudEvent as it came, in either mode. A missing attribute is the empty string, missing data an empty object.
 *
 * @param time as written; parsed later
 */
record CloudEvent(
        String id, String source, String type, String subject, String partitionKey, String time, JsonNode data) {

    static final String VERSION = "1.0";

    static void requireVersion(String specVersion) throws RefusedException {
        if (!specVersion.equals(VERSION)) {
            throw new RefusedException(Refusal.NOT_AN_EVENT, "specversion must be " + VERSION);
        }
    }

    /** Refuses data of a media type that is not JSON; none given means JSON. */
    static void requireJson(String mediaType) throws RefusedException {
        int parameters = mediaType.indexOf(';');
        String type = (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.endsWith("/json") && !type.endsWith("+json")) {
            throw new RefusedException(Refusal.UNSUPPORTED_CONTENT, "data must be JSON");
        }
    }

    /** The customer of a profile or a product signal: the partition key, without it the subject. */
    String customer() {
        return partitionKey.isBlank() ? subject : partitionKey;
    }

    /** The incident of a fact about an incident: the subject, without it the partition key. */
    String incident() {
        return subject.isBlank() ? partitionKey : subject;
    }
}
