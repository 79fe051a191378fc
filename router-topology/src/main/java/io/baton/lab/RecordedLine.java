// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One line of a recording, as read.
 *
 * <p>The order of lines depends on what they say alone, never on the file or place they stood in, so that a recording that was
 * shuffled, split or sent twice is the same recording.
 */
public final class RecordedLine implements Comparable<RecordedLine> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Comparator<RecordedLine> IN_ORDER = Comparator.<RecordedLine>comparingInt(
                    line -> line.head.dated() ? 1 : 0)
            .thenComparingLong(line -> line.head.at())
            .thenComparingInt(line -> rank(line.head.type()))
            .thenComparing(line -> line.head.source())
            .thenComparingInt(line -> line.head.id().length())
            .thenComparing(line -> line.head.id())
            .thenComparing(line -> line.bytes, Arrays::compareUnsigned);

    private final byte[] bytes;
    private final LineHead head;
    private final String file;
    private final int number;

    RecordedLine(byte[] bytes, String file, int number) {
        this.bytes = bytes;
        this.head = LineHead.of(bytes);
        this.file = file;
        this.number = number;
    }

    /** The line as read, without its end; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** File and line number, as editors and terminals know them. */
    public String place() {
        return file + ":" + number;
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** Line in the file, from 1. */
    public int number() {
        return number;
    }

    /** CloudEvents type; empty where the line names none. */
    public String type() {
        return head.type();
    }

    /** What the event is about; empty where the line does not say. */
    public String subject() {
        return head.subject();
    }

    /** The customer, for events of customers and conversations; empty where the line names nobody. */
    public String customer() {
        return head.partitionKey().isBlank() ? head.subject() : head.partitionKey();
    }

    /** When it happened, milliseconds since 1970; 0 where the line does not say. */
    public long at() {
        return head.at();
    }

    /** The same line as if it had happened at another time, milliseconds since 1970. */
    RecordedLine at(long millis) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(bytes);
        event.put("time", Instant.ofEpochMilli(millis).toString());
        return new RecordedLine(JSON.writeValueAsBytes(event), file, number);
    }

    /** Whether the line could be read and says when it happened. */
    public boolean dated() {
        return head.dated();
    }

    @Override
    public int compareTo(RecordedLine other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedLine line && Arrays.equals(bytes, line.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** At one moment what is known comes before what is said, and what is said before how it ended. */
    private static int rank(String type) {
        return switch (type) {
            case "conversation.started" -> 0;
            case "customer.profile-updated", "product.signal", "customer.consent-changed" -> 1;
            case "conversation.customer-message", "conversation.human-requested" -> 2;
            case "conversation.resolved" -> 5;
            case "conversation.reopened" -> 6;
            case "conversation.closed" -> 7;
            case "conversation.survey-answered",
                    "conversation.reply-corrected",
                    "conversation.escalation-reviewed",
                    "conversation.qa-reviewed" -> 8;
            default -> 3;
        };
    }
}
