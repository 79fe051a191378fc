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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a turn costs, counted in changelog records and bytes. */
class TurnCostTest {

    private static final int MOST_BYTES = 512;

    private final Story story = new Story(TimeMode.LIVE, StoreLayout.MEMORY);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void anOrdinaryTurnWritesOneStateAndOneTranscriptEntryAndNothingElse() {
        Conversation conversation = story.conversation("c-1").starts("how-to").customerSays("How do I rename a board?");
        drain();

        conversation.assistantSays("Open the board and choose Rename.", 0.95);

        assertThat(written(Stores.CONVERSATION_STATE)).hasSize(1);
        assertThat(written(Stores.CONVERSATION_TRANSCRIPT)).hasSize(1);
        assertThat(written(Stores.CUSTOMER_JOURNEY)).isEmpty();
        assertThat(written(Stores.PENDING_TIMERS)).isEmpty();
        assertThat(written(Stores.METRIC_DELTAS)).isEmpty();
        assertThat(story.decisions()).hasSize(1);
    }

    @Test
    void theStateIsAsSmallAfter500TurnsAsAfter5() {
        int afterFive = stateAfter(story.conversation("short"), 5);
        int afterManyMore = stateAfter(story.conversation("long-"), 500);

        assertThat(afterFive).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(afterManyMore).isLessThanOrEqualTo(MOST_BYTES).isCloseTo(afterFive, within(160));
    }

    private int stateAfter(Conversation conversation, int turns) {
        conversation.starts("how-to");
        for (int turn = 0; turn < turns; turn++) {
            conversation.customerSays("Ordinary remark number " + turn + " about another board");
            conversation.assistantSays("Ordinary answer number " + turn, 0.95);
        }
        List<TestRecord<byte[], byte[]>> states = written(Stores.CONVERSATION_STATE);
        return states.get(states.size() - 1).value().length;
    }

    private static org.assertj.core.data.Offset<Integer> within(int bytes) {
        return org.assertj.core.data.Offset.offset(bytes);
    }

    private void drain() {
        List.of(
                        Stores.CONVERSATION_STATE,
                        Stores.CONVERSATION_TRANSCRIPT,
                        Stores.CUSTOMER_JOURNEY,
                        Stores.PENDING_TIMERS,
                        Stores.METRIC_DELTAS)
                .forEach(this::written);
    }

    private List<TestRecord<byte[], byte[]>> written(String store) {
        return new ArrayList<>(story.driver
                .createOutputTopic(
                        "story-" + store + "-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList());
    }
}
