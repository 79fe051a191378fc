// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.names.Headers;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Headers of a dead letter: why it was refused and where it came from.
 *
 * <p>Of the headers it came with only those are kept without which it could not be read again: those of CloudEvents'
 * binary mode, the content type and the trace. Anything else might hold personal data.
 */
public final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    /**
     * Builds the headers.
     *
     * @param reason code of the refusal
     * @param detail what was wrong, without any value of the record
     * @param origin where the record was read; null where that is not known
     */
    public static org.apache.kafka.common.header.Headers of(
            Iterable<Header> received, String reason, String detail, @Nullable RecordMetadata origin) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : received) {
            if (isKept(header.key())) {
                headers.add(header);
            }
        }
        headers.add(Headers.REASON, reason.getBytes(UTF_8));
        headers.add(Headers.DETAIL, detail.getBytes(UTF_8));
        if (origin != null) {
            headers.add(Headers.TOPIC, origin.topic().getBytes(UTF_8));
            headers.add(Headers.PARTITION, Integer.toString(origin.partition()).getBytes(UTF_8));
            headers.add(Headers.OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
        }
        return headers;
    }

    private static boolean isKept(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.startsWith("ce_")
                || name.equals("content-type")
                || name.equals("traceparent")
                || name.equals("tracestate");
    }
}
