// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

/** Why a record was refused. The code is part of the public contract: it stands in the dead letter's {@code baton.reason}. */
public enum Refusal {
    EMPTY_VALUE("empty-value", "The record has no value."),
    RECORD_TOO_LARGE("record-too-large", "The value is longer than intake reads."),
    UNREADABLE_BYTES(
            "unreadable-bytes", "The value is neither framed Avro nor a JSON object, or its Avro body is damaged."),
    UNKNOWN_SCHEMA_ID("unknown-schema-id", "The registry knows no schema of the id in the frame."),
    WRONG_SCHEMA("wrong-schema", "The record is of a registered schema that is no input of the router."),
    WRONG_TOPIC(
            "wrong-topic", "The event is valid but belongs to another topic, such as an incident among conversations."),
    MALFORMED_JSON("malformed-json", "The value begins like a JSON object but is not well-formed JSON in UTF-8."),
    JSON_TOO_COMPLEX(
            "json-too-complex", "The JSON is nested too deeply, or a name, number or string in it is too long."),
    NOT_AN_EVENT("not-an-event", "The JSON object is not a CloudEvent of version 1.0."),
    UNSUPPORTED_CONTENT("unsupported-content", "The event's data is not JSON."),
    MISSING_TYPE("missing-type", "The event has no type."),
    UNKNOWN_TYPE("unknown-type", "The event's type is none of the contract's."),
    MISSING_ID("missing-id", "The event has no id."),
    MISSING_SOURCE("missing-source", "The event names no source."),
    MISSING_CONVERSATION("missing-conversation", "The event names no conversation (its subject)."),
    MISSING_CUSTOMER("missing-customer", "The event is about a customer and names none (partitionkey or subject)."),
    MISSING_TIME("missing-time", "The event does not say when it happened."),
    BAD_TIME("bad-time", "A time is not RFC 3339, or a date is not a date."),
    MISSING_FIELD("missing-field", "A field that the type requires is missing, null or blank."),
    BAD_VALUE("bad-value", "A field has the wrong JSON type or a value outside its list."),
    VALUE_OUT_OF_RANGE("value-out-of-range", "A number or date lies outside its range."),
    TEXT_TOO_LONG("text-too-long", "A text or an identifier is longer than its limit."),
    TOO_MANY_VALUES("too-many-values", "A list has more entries than its limit.");

    private final String code;
    private final String sentence;

    Refusal(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Stable, lower case with hyphens. */
    public String code() {
        return code;
    }

    /** The reason in one sentence, for people. */
    public String sentence() {
        return sentence;
    }
}
