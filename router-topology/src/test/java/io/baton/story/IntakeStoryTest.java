// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Headers;
import io.baton.names.Meters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of records that are not as they should be. */
class IntakeStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void aRefusedRecordIsKeptByteForByteWithItsReasonAndWithoutPersonalData() {
        byte[] key = "some-key".getBytes(UTF_8);
        byte[] value = "{\"specversion\":\"1.0\",\"id\":\"x\",\"note\":\"jane.roe@example.com\"".getBytes(UTF_8);

        story.send(story.topics.conversationEvents(), new TestRecord<>(key, value, story.now()));

        assertThat(story.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(header(letter, Headers.REASON)).isEqualTo("malformed-json");
            assertThat(header(letter, Headers.TOPIC)).isEqualTo(story.topics.conversationEvents());
            assertThat(header(letter, Headers.PARTITION)).isEqualTo("0");
            assertThat(header(letter, Headers.OFFSET)).isEqualTo("0");
            assertThat(letter.headers())
                    .allSatisfy(header ->
                            assertThat(new String(header.value(), UTF_8)).doesNotContain("jane"));
        });
    }

    @Test
    void whatIsRefusedDoesNotStopWhatFollows() {
        story.send(story.topics.conversationEvents(), "not json at all");
        story.conversation("c-1").starts("how-to").customerSays("Hello").asksForHuman();

        assertThat(story.deadLetters()).hasSize(1);
        assertThat(story.escalations("c-1")).hasSize(1);
    }

    @Test
    void anEventOfAnotherTopicIsRefusedAsSuch() {
        story.send(story.topics.conversationEvents(), "incident.opened", "inc-1", "inc-1", Map.of("kind", "outage"));

        assertThat(story.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, Headers.REASON)).isEqualTo("wrong-topic"));
    }

    @Test
    void aProductSignalWithItsTimesDoesNotDisturbWhatFollows() {
        story.send(
                story.topics.productSignals(),
                "product.signal",
                "cust-1",
                "cust-1",
                Map.of("kind", "integration-stopped", "feature", "shop-sync", "since", "2026-03-01T09:00:00Z"));
        story.conversation("c-1", "cust-1")
                .starts("sync-error")
                .customerSays("My shop has stopped syncing")
                .asksForHuman();

        assertThat(story.deadLetters()).isEmpty();
        assertThat(story.escalations("c-1")).hasSize(1);
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        String started =
                Story.event("e-1", "conversation.started", "c-1", "cust-1", story.now(), Map.of("channel", "chat"));
        String request = Story.event(
                "e-2",
                "conversation.human-requested",
                "c-1",
                "cust-1",
                story.now().plusSeconds(5),
                Map.of());

        for (String event : List.of(started, started, request, request, started)) {
            story.send(story.topics.conversationEvents(), event);
        }

        assertThat(story.escalations("c-1")).hasSize(1);
        assertThat(total(Meters.EVENT_DUPLICATE)).isEqualTo(3.0);
    }

    @Test
    void aTimestampFromTheFutureIsClampedAndCounted() {
        story.send(
                story.topics.conversationEvents(),
                Story.event(
                        "e-1",
                        "conversation.started",
                        "c-1",
                        "cust-1",
                        story.now().plus(Duration.ofDays(365 * 50)),
                        Map.of("channel", "chat")));
        story.conversation("c-2").starts("how-to").customerSays("Hi").asksForHuman();

        assertThat(total(Meters.EVENT_CLAMPED)).isEqualTo(1.0);
        assertThat(story.escalations("c-2")).hasSize(1);
    }

    @Test
    @Tag("G04")
    void withoutConsentNobodyIsServedByTheAssistant() {
        story.conversation("c-1")
                .starts(Map.of("category", "how-to", "automationConsent", false))
                .customerSays("Where do I find my invoices?");

        assertThat(story.escalations("c-1"))
                .singleElement()
                .satisfies(packet ->
                        assertThat(packet.getReasons()).extracting("signal").contains("no-consent"));
    }

    private double total(String meter) {
        return story.driver.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(meter + "-total"))
                .mapToDouble(entry -> (Double) entry.getValue().metricValue())
                .sum();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
