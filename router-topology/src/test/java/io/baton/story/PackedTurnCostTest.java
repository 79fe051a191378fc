// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.processor.TimeMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What a turn costs in the packed layout, in bytes that a changelog has to carry and a restore to read. */
class PackedTurnCostTest {

    private static final int MOST_BYTES = 300;

    @Test
    void anOrdinaryTurnOf100CharactersTakesAtMost300BytesOfChangelog() {
        String text = "Where do I find the invoice of last month, and can it be sent to our accountant by the system?";
        try (Story story = new Story(TimeMode.LIVE, StoreLayout.PACKED)) {
            Conversation conversation = story.conversation("c-1").starts("how-to");
            List<Integer> sizes = new ArrayList<>();
            for (int turn = 0; turn < 20; turn++) {
                logged(story);
                conversation.customerSays(text);
                sizes.add(logged(story));
                conversation.assistantSays(text, 0.95);
                sizes.add(logged(story));
            }

            assertThat(sizes).allMatch(size -> size > text.length());
            assertThat(sizes.stream().sorted().toList().get(sizes.size() / 2)).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static int logged(Story story) {
        List<TestRecord<byte[], byte[]>> records = story.driver
                .createOutputTopic(
                        "story-" + Stores.CONVERSATIONS + "-changelog",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
        return records.stream().mapToInt(record -> record.value().length).sum();
    }
}
