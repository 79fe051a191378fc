// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import static io.baton.intake.Records.ARRIVED;
import static io.baton.intake.Records.bytes;
import static io.baton.intake.Records.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.event.AssistantReply;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationResolved;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.Resolver;
import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.state.AcceptedEvent;
import io.baton.state.Placeholder;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final String MESSAGE = "conversation.customer-message";

    @Test
    void readsTheEventOfTheContract() {
        AcceptedEvent event = accepted(event(MESSAGE, """
                "text":"Still not working. This is the third time!","sentiment":-0.6,"intent":"sync-error","intentConfidence":0.71"""));

        assertThat(event.getCustomerId()).isEqualTo("cust-7");
        assertThat(event.getConversationId()).isEqualTo("conv-42");
        assertThat(event.getSource()).isEqualTo("webchat");
        assertThat(event.getEventId()).isEqualTo("e-17");
        assertThat(event.getAt())
                .isEqualTo(Instant.parse("2026-03-01T09:00:05.250Z").toEpochMilli());
        assertThat(event.getClamped()).isFalse();
        assertThat(event.getPlaceholders()).isEmpty();
        CustomerMessage message = data(event);
        assertThat(message.getText()).isEqualTo("Still not working. This is the third time!");
        assertThat(message.getSentiment()).isEqualTo(-0.6);
        assertThat(message.getIntentConfidence()).isEqualTo(0.71);
        assertThat(message.getAmount()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "conversation.started | \"channel\":\"chat\",\"language\":\"en\",\"automationConsent\":true",
                "conversation.customer-message | \"text\":\"Mail me: jane@example.com\",\"amount\":600,\"page\":\"/a?m=jane@example.com\",\"tries\":3",
                "conversation.assistant-reply | \"text\":\"Hi\",\"confidence\":1,\"articles\":[\"kb-1\",\"kb-2\"],\"draft\":true,\"mood\":\"ok\"",
                "conversation.agent-message | \"agentId\":\"a-1\",\"text\":\"Call 415-555-0123\",\"edited\":false",
                "conversation.human-requested | \"via\":\"button\"",
                "conversation.agent-joined | \"agentId\":\"a-1\",\"queue\":\"crisis\"",
                "conversation.returned-to-automation | \"agentId\":null",
                "conversation.resolved | \"by\":\"agent\",\"agentId\":\"a-1\"",
                "conversation.reopened | \"reason\":\"still broken\"",
                "conversation.closed | \"reason\":\"spam\"",
                "conversation.survey-answered | \"csat\":5.0,\"effort\":7,\"nps\":0,\"worked\":true,\"comment\":\"\"",
                "conversation.reply-corrected | \"replyId\":\"e-1\",\"reason\":\"incomplete\",\"agentId\":\"a-1\",\"correctedText\":\"x@y.org\"",
                "conversation.escalation-reviewed | \"escalationId\":\"c/1\",\"verdict\":\"too-late\",\"contextScore\":5,\"agentId\":\"a\"",
                "conversation.qa-reviewed | \"intentAccuracy\":1,\"tone\":5,\"shouldHaveEscalated\":false,\"reviewer\":\"r\"",
                "customer.consent-changed | \"automation\":false",
                "customer.erasure-requested | ",
                "customer.profile-updated | \"plan\":\"pro\",\"annualValue\":1e5,\"customerSince\":\"2020-02-29\",\"health\":100,\"x\":true",
                "product.signal | \"kind\":\"usage-drop\",\"since\":\"2026-02-20\",\"magnitude\":-0.4,\"detail\":\"from 10.0.0.1\"",
                "incident.opened | \"kind\":\"outage\",\"share\":0.25,\"categories\":[\"login\"],\"statusText\":\"Call +1 415 555 0123\"",
                "incident.stage-changed | \"kind\":\"outage\",\"stage\":\"monitoring\"",
                "incident.closed | \"kind\":\"outage\"",
                "agents.availability-changed | \"queue\":\"standard\",\"online\":3,\"free\":0",
                "policy.ruleset-published | \"name\":\"main\",\"version\":\"3\",\"hash\":\"ab\",\"state\":\"live\",\"document\":\"a: b\""
            })
    @Tag("G02")
    void threeEncodingsOfOneEventGiveTheSameFact(String type, String data) throws Exception {
        String json = event(type, data == null ? "" : data);

        Result structured = Records.read(json);
        Result binary = Records.read(bytes("{" + (data == null ? "" : data) + "}"), Records.binaryHeaders(json));
        Result framed = Records.read(Records.frame(unmasked(json)));

        assertThat(structured).isNotInstanceOf(Result.Refused.class);
        assertThat(binary).isEqualTo(structured);
        assertThat(framed).isEqualTo(structured);
    }

    @Test
    void everyTypeOfTheContractIsInTheTableAbove() throws Exception {
        CsvSource table = IntakeTest.class
                .getDeclaredMethod("threeEncodingsOfOneEventGiveTheSameFact", String.class, String.class)
                .getAnnotation(CsvSource.class);

        assertThat(table.value())
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventType::name).toList());
    }

    @Test
    @Tag("G02")
    void masksEveryFreeTextWithOneNumberingAndLeavesIdentifiersAlone() {
        AcceptedEvent event = accepted(event(MESSAGE, """
                "text":"I am jane@example.com or joe@example.com","page":"https://a.example/?m=JOE%40example.com",
                "intent":"reach jane@example.com","order":"for joe@example.com","jane@example.com":"x","n":5"""));

        ConversationEvent fact = (ConversationEvent) event.getFact();
        CustomerMessage message = data(event);
        assertThat(message.getText()).isEqualTo("I am [EMAIL_1] or [EMAIL_2]");
        assertThat(message.getPage()).isEqualTo("https://a.example/?m=[EMAIL_2]");
        assertThat(message.getIntent()).isEqualTo("reach [EMAIL_1]");
        assertThat(fact.getAttributes()).isEqualTo(Map.of("n", "5", "order", "for [EMAIL_2]"));
        assertThat(event.getPlaceholders()).extracting(Placeholder::getLocal).containsExactly(1, 2);
        assertThat(event.toString()).doesNotContainIgnoringCase("jane").doesNotContainIgnoringCase("joe@");
    }

    @Test
    @Tag("G02")
    void masksThePatternsOfThePolicy() {
        CustomerMessage message = data(accepted(event(MESSAGE, "\"text\":\"My SSN is 078-05-1120.\"")));

        assertThat(message.getText()).isEqualTo("My SSN is [US_SSN_1].");
    }

    @Test
    void keepsUnknownScalarsAsTextAndIgnoresTheRest() {
        AcceptedEvent event = accepted(event(
                MESSAGE,
                "\"text\":\"x\",\"a\":1.5,\"b\":true,\"c\":null,\"d\":{\"e\":1},\"f\":[1],\"g\":\"" + "g".repeat(2_000)
                        + "\""));

        assertThat(((ConversationEvent) event.getFact()).getAttributes()).isEqualTo(Map.of("a", "1.5", "b", "true"));
    }

    @Test
    void keepsAtMostSixtyFourUnknownScalars() {
        StringBuilder data = new StringBuilder("\"text\":\"x\"");
        for (int i = 0; i < 100; i++) {
            data.append(",\"extra-")
                    .append((char) ('a' + i / 10))
                    .append((char) ('a' + i % 10))
                    .append("\":true");
        }

        AcceptedEvent event = accepted(event(MESSAGE, data.toString()));

        assertThat(((ConversationEvent) event.getFact()).getAttributes())
                .hasSize(Masks.MAX_ATTRIBUTES)
                .containsKey("extra-aa");
    }

    @Test
    void takesTheConversationForTheCustomerWhereNoneIsNamed() {
        AcceptedEvent event = accepted(event(MESSAGE, "\"text\":\"x\"").replace("\"partitionkey\":\"cust-7\",", ""));

        assertThat(event.getCustomerId()).isEqualTo("conv-42");
        assertThat(((ConversationEvent) event.getFact()).getCustomerId()).isEqualTo("conv-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"partitionkey\":\"cust-7\",", "\"subject\":\"cust-7\","})
    void readsTheCustomerOfAFactAboutACustomerFromEitherPlace(String attribute) {
        String json = event("customer.consent-changed", "\"automation\":false")
                .replaceFirst("\"subject\":\"[^\"]*\",", attribute)
                .replaceFirst("\"partitionkey\":\"[^\"]*\",", attribute);

        AcceptedEvent event = accepted(json);

        assertThat(event.getCustomerId()).isEqualTo("cust-7");
        assertThat(event.getConversationId()).isEmpty();
        assertThat(((ConversationEvent) event.getFact()).getConversationId()).isEqualTo("cust-7");
        assertThat(IntakeTest.<ConsentChanged>data(event).getAutomation()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:05Z, 2026-03-01T09:00:05Z",
        "2026-03-01T10:00:05.25+01:00, 2026-03-01T09:00:05.250Z",
        "2026-03-01T03:30:05.123456789-05:30, 2026-03-01T09:00:05.123Z",
        "2026-03-01 09:00:05Z, 2026-03-01T09:00:05Z",
        "2026-03-01t09:00:05z, 2026-03-01T09:00:05Z",
        "2025-12-31T23:59:60Z, 2025-12-31T23:59:59Z"
    })
    void readsEveryFormOfTimeThatTheStandardAllows(String written, Instant meant) {
        AcceptedEvent event = accepted(event(MESSAGE, "\"text\":\"x\"").replace("2026-03-01T09:00:05.250Z", written));

        assertThat(Instant.ofEpochMilli(event.getAt())).isEqualTo(meant);
        assertThat(event.getClamped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:01:10.000Z, 60000, false",
        "2026-03-01T09:01:10.001Z, 60000, true",
        "2076-03-01T09:00:00Z, 60000, true",
        "9999-12-31T23:59:59Z, 60000, true",
        "1970-01-01T00:00:00Z, 0, true",
        "1969-07-20T20:17:40Z, 0, true",
        "0001-01-01T00:00:00Z, 0, true"
    })
    void clampsTimesThatCannotBe(String written, long afterArrival, boolean clamped) {
        AcceptedEvent event = accepted(event(MESSAGE, "\"text\":\"x\"").replace("2026-03-01T09:00:05.250Z", written));

        assertThat(event.getAt()).isEqualTo(ARRIVED + afterArrival);
        assertThat(event.getClamped()).isEqualTo(clamped);
        assertThat(((ConversationEvent) event.getFact()).getTime().toEpochMilli())
                .isEqualTo(event.getAt());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void clampsTheTimesOfFramedRecordsToo(long time) {
        CustomerMessage data = CustomerMessage.newBuilder().setText("x").build();
        ConversationEvent event = new ConversationEvent("e", "s", "c", "k", Instant.ofEpochMilli(time), data, Map.of());

        assertThat(accepted(Records.read(Records.frame(event))).getClamped()).isTrue();
    }

    @Test
    void readsProfilesAndSignals() {
        CustomerProfileUpdated profile = (CustomerProfileUpdated) accepted(event(
                        "customer.profile-updated",
                        "\"customerSince\":\"2020-02-29\",\"annualValue\":50000,\"atRisk\":true"))
                .getFact();
        ProductSignalReported signal = (ProductSignalReported)
                accepted(event("product.signal", "\"kind\":\"inactive\",\"since\":\"2026-02-20\""))
                        .getFact();

        assertThat(profile.getCustomerSince()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(profile.getAnnualValue()).isEqualTo(50_000);
        assertThat(profile.getPrefersHuman()).isNull();
        assertThat(signal.getSince()).isEqualTo(Instant.parse("2026-02-20T00:00:00Z"));
    }

    @Test
    void readsFactsThatEveryInstanceNeeds() {
        Result incident =
                Records.read(event("incident.stage-changed", "\"kind\":\"outage\",\"statusText\":\"Call 415-555-0123\"")
                        .replace("conv-42", "inc-1"));
        Result availability =
                Records.read(event("agents.availability-changed", "\"queue\":\"crisis\",\"online\":2,\"free\":1"));
        Result ruleset = Records.read(
                event(
                        "policy.ruleset-published",
                        "\"name\":\"main\",\"version\":\"3\",\"hash\":\"ab\",\"state\":\"canary\",\"document\":\"a: b\",\"canaryShare\":0.1"));

        assertThat(incident).isInstanceOfSatisfying(Result.Reference.class, reference -> {
            assertThat(reference.key()).isEqualTo("inc-1");
            assertThat(((IncidentReported) reference.fact()).getPhase()).isEqualTo(IncidentPhase.STAGE_CHANGED);
            assertThat(((IncidentReported) reference.fact()).getStatusText()).isEqualTo("Call 415-555-0123");
        });
        assertThat(availability)
                .isInstanceOfSatisfying(
                        Result.Reference.class,
                        reference -> assertThat(reference.key()).isEqualTo("crisis"));
        assertThat(ruleset).isInstanceOfSatisfying(Result.Reference.class, reference -> {
            assertThat(reference.key()).isEqualTo("main");
            assertThat(((RulesetPublished) reference.fact()).getState()).isEqualTo(RulesetState.CANARY);
        });
    }

    @Test
    void readsEnumsInTheSpellingOfTheContract() {
        ConversationResolved resolved = data(accepted(event("conversation.resolved", "\"by\":\"assistant\"")));

        assertThat(resolved.getBy()).isEqualTo(Resolver.ASSISTANT);
    }

    @Test
    void acceptsAMessageWithoutWordsAndAReplyWithoutArticles() {
        CustomerMessage message = data(accepted(event(MESSAGE, "\"text\":\"\",\"category\":\" \"")));
        AssistantReply reply = data(accepted(event("conversation.assistant-reply", "\"text\":\"x\"")));

        assertThat(message.getText()).isEmpty();
        assertThat(message.getCategory()).isNull();
        assertThat(reply.getArticles()).isEqualTo(List.of());
    }

    @Test
    void readsPastAByteOrderMarkAndWhiteSpace() {
        assertThat(Records.read("\uFEFF \n" + event(MESSAGE, "\"text\":\"x\""))).isInstanceOf(Result.Accepted.class);
    }

    @Test
    void structuredContentTypeWinsOverHeadersOfABridge() throws IOException {
        String json = event(MESSAGE, "\"text\":\"x\"");
        RecordHeaders headers = (RecordHeaders) Records.binaryHeaders(json);
        headers.add("content-type", bytes("application/cloudevents+json; charset=UTF-8"));

        assertThat(Records.read(bytes(json), headers)).isEqualTo(Records.read(json));
    }

    @Test
    void binaryModeNeedsNoValueWhereTheTypeHasNoData() throws IOException {
        String json = event("customer.erasure-requested", "");

        Result result = Records.intake().read(null, null, Records.binaryHeaders(json), ARRIVED);

        assertThat(result).isEqualTo(Records.read(json));
    }

    @Test
    void letsThroughThatTheRegistryIsAway() {
        Intake intake = new Intake(
                framed -> {
                    throw new RetriableException("registry away") {};
                },
                Records::ruleset);

        assertThatThrownBy(() -> intake.read(null, new byte[] {0, 0, 0, 0, 1}, Records.NO_HEADERS, ARRIVED))
                .isInstanceOf(RetriableException.class);
    }

    private static SpecificRecord unmasked(String json) throws Exception {
        return FactFromEvent.of(StructuredMode.read(bytes(json)));
    }

    private static AcceptedEvent accepted(String json) {
        return accepted(Records.read(json));
    }

    private static AcceptedEvent accepted(Result result) {
        assertThat(result).isInstanceOf(Result.Accepted.class);
        return ((Result.Accepted) result).event();
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> T data(AcceptedEvent event) {
        return (T) ((ConversationEvent) event.getFact()).getData();
    }
}
