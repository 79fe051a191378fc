// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import static io.baton.intake.Records.bytes;
import static io.baton.intake.Records.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    /** Personal data that stands in the records below and must never get into a detail. */
    private static final String SECRET = "jane.roe@example.com";

    private static final String MESSAGE = "conversation.customer-message";

    record Case(Refusal reason, byte[] value, Headers headers) {
        @Override
        public String toString() {
            return reason.code() + " "
                    + (value == null ? null : new String(Arrays.copyOf(value, Math.min(90, value.length))));
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                json(Refusal.EMPTY_VALUE, ""),
                new Case(Refusal.EMPTY_VALUE, null, Records.NO_HEADERS),
                new Case(Refusal.RECORD_TOO_LARGE, new byte[Intake.MAX_BYTES + 1], Records.NO_HEADERS),
                json(Refusal.UNREADABLE_BYTES, SECRET),
                json(Refusal.UNREADABLE_BYTES, "[{\"specversion\":\"1.0\"}]"),
                json(Refusal.UNREADABLE_BYTES, "   "),
                framed(Refusal.UNREADABLE_BYTES, 0),
                framed(Refusal.UNREADABLE_BYTES, 0, 0, 0, 0, 1, 2, 3),
                framed(Refusal.UNREADABLE_BYTES, 0, 0, 0, 0, 1, -2, -1, -1, -1, 15, 65),
                framed(Refusal.UNKNOWN_SCHEMA_ID, 0, 0, 0, 77, 1, 2, 3),
                framed(Refusal.WRONG_SCHEMA, 0, 0, 0, 0, 8, 2, 3),
                avro(Refusal.WRONG_SCHEMA, alert()),
                json(Refusal.MALFORMED_JSON, "{\"specversion\":\"1.0\",\"id\":\"" + SECRET),
                json(Refusal.MALFORMED_JSON, "{\"specversion\":\"1.0\"} {}"),
                json(Refusal.MALFORMED_JSON, event(MESSAGE, "\"text\":" + SECRET)),
                new Case(
                        Refusal.MALFORMED_JSON,
                        new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
                        Records.NO_HEADERS),
                json(
                        Refusal.JSON_TOO_COMPLEX,
                        event(MESSAGE, "\"text\":\"x\",\"a\":" + "[".repeat(40) + "]".repeat(40))),
                json(Refusal.JSON_TOO_COMPLEX, event(MESSAGE, "\"text\":\"x\",\"amount\":" + "1".repeat(200))),
                json(Refusal.JSON_TOO_COMPLEX, event(MESSAGE, "\"text\":\"x\",\"" + "n".repeat(2_000) + "\":1")),
                json(Refusal.NOT_AN_EVENT, "{}"),
                json(Refusal.NOT_AN_EVENT, "{\"text\":\"" + SECRET + "\"}"),
                json(Refusal.NOT_AN_EVENT, event(MESSAGE, "").replace("\"1.0\"", "\"0.3\"")),
                binary(Refusal.NOT_AN_EVENT, "{}", "ce_type", MESSAGE),
                json(Refusal.UNSUPPORTED_CONTENT, event(MESSAGE, "").replace("application/json", "text/xml")),
                json(
                        Refusal.UNSUPPORTED_CONTENT,
                        event(MESSAGE, "").replace("\"data\":{}", "\"data_base64\":\"AA==\"")),
                binary(Refusal.UNSUPPORTED_CONTENT, "<a/>", "ce_specversion", "1.0", "content-type", "text/xml"),
                binary(Refusal.UNREADABLE_BYTES, "\"x\"", "ce_specversion", "1.0"),
                json(Refusal.MISSING_TYPE, without("type")),
                json(Refusal.UNKNOWN_TYPE, event(SECRET, "\"text\":\"x\"")),
                json(Refusal.MISSING_ID, without("id")),
                json(Refusal.MISSING_ID, event(MESSAGE, "\"text\":\"x\"").replace("\"e-17\"", "\"  \"")),
                json(Refusal.MISSING_SOURCE, without("source")),
                avro(Refusal.MISSING_SOURCE, message("e-1", "", "conv-1", "cust-1", "x", null)),
                json(Refusal.MISSING_CONVERSATION, without("subject")),
                avro(Refusal.MISSING_CONVERSATION, message("e-1", "webchat", " ", "cust-1", "x", null)),
                json(Refusal.MISSING_CUSTOMER, noCustomer("customer.consent-changed", "\"automation\":true")),
                json(Refusal.MISSING_CUSTOMER, noCustomer("customer.profile-updated", "")),
                json(Refusal.MISSING_CUSTOMER, noCustomer("product.signal", "\"kind\":\"inactive\"")),
                json(Refusal.MISSING_TIME, without("time")),
                json(
                        Refusal.BAD_TIME,
                        event(MESSAGE, "\"text\":\"x\"").replace("2026-03-01T09:00:05.250Z", "yesterday")),
                json(Refusal.BAD_TIME, event(MESSAGE, "\"text\":\"x\"").replace("05.250Z", "05")),
                json(Refusal.BAD_TIME, event(MESSAGE, "\"text\":\"x\"").replace("2026-03", "2026-13")),
                json(Refusal.BAD_TIME, event(MESSAGE, "\"text\":\"x\"").replace("2026-03", "+12026-03")),
                json(Refusal.BAD_TIME, event("customer.profile-updated", "\"renewalOn\":\"" + SECRET + "\"")),
                json(Refusal.BAD_TIME, event("product.signal", "\"kind\":\"inactive\",\"since\":\"" + SECRET + "\"")),
                json(Refusal.MISSING_FIELD, event(MESSAGE, "")),
                json(Refusal.MISSING_FIELD, event(MESSAGE, "\"text\":null")),
                json(Refusal.MISSING_FIELD, event("conversation.agent-joined", "\"agentId\":\" \"")),
                json(
                        Refusal.MISSING_FIELD,
                        event("agents.availability-changed", "\"queue\":\"standard\",\"online\":3")),
                json(Refusal.MISSING_FIELD, noCustomer("incident.opened", "\"kind\":\"outage\"")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":42")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":\"x\",\"sentiment\":\"" + SECRET + "\"")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":\"x\",\"disputed\":\"yes\"")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "").replace("\"data\":{}", "\"data\":[\"" + SECRET + "\"]")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":\"x\"").replace("\"e-17\"", "17")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":\"x\"").replace("conv-42", "conv\\u0000-42")),
                json(Refusal.BAD_VALUE, event(MESSAGE, "\"text\":\"x\"").replace("conv-42", "conv-\\ud800")),
                json(Refusal.BAD_VALUE, event("conversation.resolved", "\"by\":\"" + SECRET + "\"")),
                json(Refusal.BAD_VALUE, event("conversation.closed", "\"reason\":\"" + SECRET + "\"")),
                json(Refusal.BAD_VALUE, event("conversation.survey-answered", "\"csat\":4.5")),
                json(Refusal.BAD_VALUE, event("conversation.assistant-reply", "\"text\":\"x\",\"articles\":[1]")),
                json(
                        Refusal.BAD_VALUE,
                        event(
                                "conversation.escalation-reviewed",
                                "\"escalationId\":\"c/1\",\"verdict\":\"maybe\",\"agentId\":\"a\"")),
                json(
                        Refusal.BAD_VALUE,
                        event(
                                "conversation.reply-corrected",
                                "\"replyId\":\"r\",\"reason\":\"ugly\",\"agentId\":\"a\"")),
                json(Refusal.VALUE_OUT_OF_RANGE, event(MESSAGE, "\"text\":\"x\",\"sentiment\":-1.1")),
                json(Refusal.VALUE_OUT_OF_RANGE, event(MESSAGE, "\"text\":\"x\",\"amount\":-1")),
                json(Refusal.VALUE_OUT_OF_RANGE, event(MESSAGE, "\"text\":\"x\",\"amount\":1e999")),
                json(Refusal.VALUE_OUT_OF_RANGE, event(MESSAGE, "\"text\":\"x\",\"intentConfidence\":71")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("conversation.survey-answered", "\"csat\":6")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("conversation.survey-answered", "\"csat\":99999999999")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("conversation.survey-answered", "\"effort\":0")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("conversation.survey-answered", "\"nps\":11")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("conversation.qa-reviewed", "\"tone\":0,\"reviewer\":\"r\"")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("customer.profile-updated", "\"health\":101")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("customer.profile-updated", "\"usageChange\":-40")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("customer.profile-updated", "\"annualValue\":-5")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("product.signal", "\"kind\":\"x\",\"since\":\"1900-01-01\"")),
                json(Refusal.VALUE_OUT_OF_RANGE, event("incident.opened", "\"kind\":\"outage\",\"share\":30")),
                json(
                        Refusal.VALUE_OUT_OF_RANGE,
                        event("agents.availability-changed", "\"queue\":\"q\",\"online\":1,\"free\":-1")),
                avro(Refusal.VALUE_OUT_OF_RANGE, message("e", "s", "c", "k", SECRET, Double.NaN)),
                avro(Refusal.VALUE_OUT_OF_RANGE, message("e", "s", "c", "k", SECRET, 2.0)),
                json(Refusal.TEXT_TOO_LONG, event(MESSAGE, "\"text\":\"" + (SECRET + " ").repeat(200) + "\"")),
                json(Refusal.TEXT_TOO_LONG, event(MESSAGE, "\"text\":\"x\",\"intent\":\"" + "i".repeat(2_000) + "\"")),
                avro(Refusal.TEXT_TOO_LONG, message("e", "s", "c".repeat(2_000), "k", SECRET, null)),
                json(
                        Refusal.TOO_MANY_VALUES,
                        event(
                                "incident.opened",
                                "\"kind\":\"outage\",\"categories\":[\"a\"" + ",\"a\"".repeat(100) + "]")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("G02")
    void refusesWithTheReasonAndWithoutAnyValueOfTheRecord(Case one) {
        Result result = Records.read(one.value, one.headers);

        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(one.reason);
            assertThat(refused.detail()).isNotBlank().hasSizeLessThan(200).doesNotContain("jane", "example.com", "@");
        });
    }

    @ParameterizedTest
    @CsvSource({"csat, 9", "csat, 0", "nps, -3", "nps, 11", "effort, 8"})
    @Tag("G02")
    void anAnswerBeyondItsScaleIsRefusedWithItsFieldNamed(String field, int answer) {
        String survey = event("conversation.survey-answered", "\"" + field + "\":" + answer);

        assertThat(Records.read(survey)).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.VALUE_OUT_OF_RANGE);
            assertThat(refused.detail()).contains(field);
        });
    }

    /** All but the wrong topic, which intake cannot see: it does not know where a record was read. */
    @Test
    void everyReasonCanBeReached() {
        Set<Refusal> reached = cases().map(Case::reason).collect(Collectors.toSet());

        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.of(Refusal.WRONG_TOPIC)));
    }

    @Test
    void everyReasonHasACodeOfItsOwnAndASentence() {
        assertThat(Refusal.values())
                .extracting(Refusal::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Refusal.values()).extracting(Refusal::sentence).allMatch(sentence -> sentence.endsWith("."));
    }

    private static Case json(Refusal reason, String value) {
        return new Case(reason, bytes(value), Records.NO_HEADERS);
    }

    private static Case avro(Refusal reason, SpecificRecord record) {
        return new Case(reason, Records.frame(record), Records.NO_HEADERS);
    }

    private static Case framed(Refusal reason, int... value) {
        byte[] bytes = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return new Case(reason, bytes, Records.NO_HEADERS);
    }

    private static Case binary(Refusal reason, String value, String... headers) {
        RecordHeaders all = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], bytes(headers[i + 1]));
        }
        return new Case(reason, bytes(value), all);
    }

    private static String without(String attribute) {
        return event(MESSAGE, "\"text\":\"" + SECRET + "\"").replaceFirst("\"" + attribute + "\":\"[^\"]*\",", "");
    }

    private static String noCustomer(String type, String data) {
        return event(type, data)
                .replaceFirst("\"subject\":\"[^\"]*\",", "")
                .replaceFirst("\"partitionkey\":\"[^\"]*\",", "");
    }

    private static ConversationEvent message(
            String id, String source, String conversation, String customer, String text, Double sentiment) {
        CustomerMessage data = CustomerMessage.newBuilder()
                .setText(text)
                .setSentiment(sentiment)
                .build();
        return new ConversationEvent(
                id, source, conversation, customer, Instant.ofEpochMilli(Records.ARRIVED), data, Map.of());
    }

    private static SpecificRecord alert() {
        Alert alert = new Alert();
        for (Schema.Field field : Alert.SCHEMA$.getFields()) {
            if (field.schema().getType() == Schema.Type.STRING) {
                alert.put(field.pos(), SECRET);
            }
        }
        alert.setState(AlertState.values()[0]);
        alert.setRaisedAt(Instant.EPOCH);
        alert.setUpdatedAt(Instant.EPOCH);
        return alert;
    }
}
