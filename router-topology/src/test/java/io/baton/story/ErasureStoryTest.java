// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.names.Topics;
import io.baton.processor.TimeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code customer.erasure-requested}: what was known of a customer is gone at once, and nobody else is touched. */
@Tag("G03")
class ErasureStoryTest {

    private static final String ERASED = "cust-erased";
    /** Begins with the id of the erased one, as its conversation does: no prefix must be taken for a customer. */
    private static final String OTHER = "cust-erased-not";

    private static Story story(TimeMode mode) {
        return new Story(mode, StoreLayout.PACKED);
    }

    /** A profile, a signal, one conversation that is over, one that was handed over, one that waits for its 90 seconds. */
    private static void live(Story story, String customer, String conversation) {
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                customer,
                customer,
                Map.of("segment", "enterprise", "plan", "pro"));
        story.send(story.topics.productSignals(), "product.signal", customer, customer, Map.of("kind", "usage-drop"));
        story.conversation(conversation + "-over", customer)
                .starts("how-to")
                .customerSays("How do I rename a board?")
                .assistantSays("Open it and choose Rename.", 0.95)
                .isResolvedBy("assistant");
        story.conversation(conversation + "-handed", customer)
                .starts("plan-change")
                .customerSays("My mail is kim@example.com, let me talk to a human")
                .asksForHuman();
        story.conversation(conversation + "-waits", customer)
                .starts("how-to")
                .customerSays("How do I share a board?")
                .assistantSays("Choose Share.", 0.95);
    }

    private static void erase(Story story, String customer) {
        story.conversation("erasure-of-" + customer, customer).tell("customer.erasure-requested", Map.of());
    }

    private static List<String> about(Story story, String customer, String conversation) {
        return story.stored().stream()
                .filter(entry -> entry.contains(customer) || entry.contains(conversation))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void noStoreHoldsAnythingOfTheCustomerAndTheOtherIsUntouched(TimeMode mode) {
        try (Story story = story(mode)) {
            // given
            live(story, OTHER, "talk-1");
            List<String> before = about(story, OTHER, "talk-1");
            live(story, ERASED, "chat-1");
            assertThat(about(story, ERASED + "\0", "chat-1"))
                    .as("states, transcripts and timers that there are to erase")
                    .hasSizeGreaterThan(10);

            // when
            erase(story, ERASED);

            // then
            assertThat(story.stored())
                    .noneMatch(entry -> entry.contains("chat-1"))
                    .noneMatch(entry -> entry.replace(OTHER, "").contains(ERASED));
            assertThat(about(story, OTHER, "talk-1")).containsAll(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void everyCompactedTopicKeyedByCustomerEndsWithATombstone(TimeMode mode) {
        try (Story story = story(mode)) {
            live(story, OTHER, "talk-1");
            live(story, ERASED, "chat-1");

            erase(story, ERASED);

            List<String> compacted = story.topics.all(List.of("standard")).stream()
                    .filter(topic -> topic.direction() == Topics.Direction.OUT)
                    .filter(topic -> topic.key().equals("customer"))
                    .filter(topic -> topic.cleanup() != Topics.Cleanup.DELETE)
                    .map(Topics.Spec::name)
                    .toList();
            assertThat(compacted).containsExactly(story.topics.outcomes());
            List<TestRecord<String, byte[]>> outcomes = written(story, compacted.get(0));
            assertThat(outcomes.get(outcomes.size() - 1))
                    .satisfies(last -> assertThat(last.key()).isEqualTo(ERASED))
                    .satisfies(last -> assertThat(last.value()).isNull());
            assertThat(outcomes).filteredOn(record -> record.value() == null).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void aTimerOfTheErasedCustomerThatFiresDoesNothing(TimeMode mode) {
        try (Story story = new Story(mode, StoreLayout.MEMORY)) {
            // given
            live(story, ERASED, "chat-1");
            KeyValueStore<Bytes, byte[]> timers = story.driver.getKeyValueStore(Stores.PENDING_TIMERS);
            List<Bytes> leftOver = keys(timers);
            assertThat(leftOver).as("three conversations and a journey").hasSize(4);
            erase(story, ERASED);
            assertThat(keys(timers)).isEmpty();
            leftOver.forEach(timer -> timers.put(timer, new byte[0]));
            written(story, story.topics.decisions());
            written(story, story.topics.assistantCommands());
            written(story, story.topics.outcomes());
            int escalations = story.escalations().size();

            // when
            story.afterDays(1).afterDays(400);

            // then
            assertThat(story.escalations()).hasSize(escalations);
            assertThat(written(story, story.topics.decisions())).isEmpty();
            assertThat(written(story, story.topics.assistantCommands())).isEmpty();
            assertThat(written(story, story.topics.outcomes())).isEmpty();
            assertThat(keys(timers)).isEmpty();
            assertThat(about(story, ERASED, "chat-1")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void whoWritesAfterwardsIsANewCustomer(TimeMode mode) {
        try (Story story = story(mode)) {
            live(story, ERASED, "chat-1");
            erase(story, ERASED);

            story.conversation("chat-1-waits", ERASED)
                    .customerSays("Are you still there?")
                    .asksForHuman();

            assertThat(story.escalations("chat-1-waits")).singleElement().satisfies(packet -> {
                assertThat(packet.getTranscript()).hasSize(1);
                assertThat(packet.getCustomer().getPlan()).isNull();
                assertThat(packet.getHistory().getContacts()).isEmpty();
            });
        }
    }

    private static List<Bytes> keys(KeyValueStore<Bytes, byte[]> store) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static List<TestRecord<String, byte[]>> written(Story story, String topic) {
        return story.driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }
}
