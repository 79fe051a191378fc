// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Topics;
import io.baton.packed.StateBudget;
import io.baton.processor.TimeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where packed state is decides nothing: the driver commits after each record, so that all of it goes to disk each time. */
class OnDiskStoryTest {

    /** Room for a few customers of those that {@link #live} has. */
    private static final long HALF = 6_000;

    @TempDir
    private Path dir;

    private final AtomicInteger stories = new AtomicInteger();

    private Story story(TimeMode mode, long max) {
        Path own = dir.resolve("story-" + stories.incrementAndGet());
        return new Story(mode, new StateBudget(max, () -> own, options -> {}));
    }

    private static void live(Story story) {
        for (int i = 0; i < 4; i++) {
            String customer = "cust-" + i;
            story.send(
                    story.topics.customerProfiles(),
                    "customer.profile-updated",
                    customer,
                    customer,
                    Map.of("segment", "enterprise", "plan", "pro"));
            story.conversation("over-" + i, customer)
                    .starts("how-to")
                    .customerSays("How do I rename a board?")
                    .assistantSays("Open it and choose Rename.", 0.95)
                    .isResolvedBy("assistant");
            story.conversation("handed-" + i, customer)
                    .starts("billing")
                    .customerSays("This is the third time, I am really angry")
                    .asksForHuman()
                    .agentJoins("agent-7")
                    .agentSays("agent-7", "I am here.")
                    .returnsToAutomation();
            story.conversation("waits-" + i, customer)
                    .starts("how-to")
                    .customerSays("How do I share a board?")
                    .assistantSays("Choose Share.", 0.95);
        }
        for (int i = 0; i < 4; i++) {
            story.conversation("handed-" + i, "cust-" + i)
                    .customerSays("Still the same")
                    .isResolvedBy("assistant");
            story.conversation("over-" + i, "cust-" + i).isReopened();
        }
        story.after(120).afterDays(1).afterDays(8);
    }

    /** Every record that was written, in order, topic by topic. */
    private static List<String> written(Story story) {
        List<String> records = new ArrayList<>();
        for (Topics.Spec topic :
                story.topics.all(List.copyOf(story.rulebook.ruleset().queues().keySet()))) {
            if (topic.direction() == Topics.Direction.OUT) {
                story.driver
                        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .forEach(record -> records.add(topic.name() + " " + text(record.key()) + " "
                                + text(record.value()) + " " + record.timestamp() + " " + record.headers()));
            }
        }
        return records;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "-" : new String(bytes, ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void everyRecordIsTheSameByteForByteAsOnTheHeap(TimeMode mode) throws IOException {
        List<String> expected;
        List<String> stored;
        try (Story story = story(mode, Long.MAX_VALUE)) {
            live(story);
            expected = written(story);
            stored = story.stored();
        }
        assertThat(expected).hasSizeGreaterThan(30).anyMatch(record -> record.contains("escalations"));
        for (long max : new long[] {1, HALF}) {
            try (Story story = story(mode, max)) {
                live(story);

                assertThat(written(story)).as("written with " + max).isEqualTo(expected);
                assertThat(story.stored()).as("kept with " + max).containsExactlyInAnyOrderElementsOf(stored);
                assertThat(folders()).as("this test tested something").isNotEmpty();
            }
            assertThat(folders()).isEmpty();
        }
    }

    @Test
    @Tag("G03")
    void anErasedCustomerIsOnDiskNoMore() {
        try (Story story = story(TimeMode.LIVE, 1)) {
            live(story);
            assertThat(story.stored()).anyMatch(entry -> entry.contains("cust-1"));

            story.conversation("erasure", "cust-1").tell("customer.erasure-requested", Map.of());

            assertThat(story.stored())
                    .noneMatch(entry -> entry.contains("cust-1"))
                    .noneMatch(entry -> entry.contains("handed-1"))
                    .anyMatch(entry -> entry.contains("cust-2"));
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(path -> path.getFileName().toString().startsWith("store-"))
                    .toList();
        }
    }
}
