// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationRaised;
import io.baton.event.SimilarCase;
import io.baton.event.SolutionRate;
import io.baton.event.SolutionsCounted;
import io.baton.names.StoreLayout;
import io.baton.processor.TimeMode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What solved earlier cases comes into the packet of the next one. */
@Tag("H10")
class SolutionStoryTest {

    @Test
    void aPacketNamesWhatHeldForTheCategoryAndSegment() {
        try (Story story = new Story()) {
            live(story);
            assertThat(handedOver(story, "login").getSimilarCases()).isEmpty();
            nextDay(story);

            EscalationRaised packet = handedOver(story, "login");

            SimilarCase first = packet.getSimilarCases().get(0);
            assertThat(packet.getSimilarCases()).hasSize(1);
            assertThat(first.getResolution()).isEqualTo("reset-link");
            assertThat(first.getHeld()).isEqualTo(10);
            assertThat(first.getTried()).isEqualTo(12);
            assertThat(first.getSimilarity()).isEqualTo(1.0);
            assertThat(first.getLow()).isBetween(0.55, 0.56);
            assertThat(first.getHigh()).isBetween(0.95, 0.96);
            assertThat(packet.getSuggestedStep()).contains("What held in 10 of 12 similar cases: reset-link.");
            assertThat(handedOver(story, "how-to").getSimilarCases()).isEmpty();
        }
    }

    @Test
    void aReplayTellsAtItsEndAndItsPacketsNameNothing() {
        try (Story story = new Story(TimeMode.REPLAY, StoreLayout.PACKED)) {
            live(story);
            EscalationRaised packet = handedOver(story, "login");
            List<SolutionsCounted> before = story.all(story.topics.solutions(), SolutionsCounted.class);
            assertThat(before).isEmpty();
            story.afterDays(1);

            List<SolutionsCounted> counted = story.all(story.topics.solutions(), SolutionsCounted.class);
            assertThat(packet.getSimilarCases()).isEmpty();
            assertThat(counted).hasSize(1);
            assertThat(counted.get(0).getCategory()).isEqualTo("login");
            assertThat(counted.get(0).getSolutions())
                    .containsExactly(new SolutionRate("reset-link", 10L, 12L), new SolutionRate("unlock", 2L, 2L));
        }
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        try (Story story = new Story()) {
            live(story);
            nextDay(story);
            story.send(
                    story.topics.solutions(),
                    new TestRecord<>("login|smb|0".getBytes(UTF_8), "no numbers".getBytes(UTF_8), story.now()));

            assertThat(handedOver(story, "login").getSimilarCases()).hasSize(1);
        }
    }

    /** Twelve log-ins solved by one code, of which one comes back and one is reopened, and one by another. */
    private static void live(Story story) {
        for (int i = 0; i < 13; i++) {
            solved(story.conversation("c-" + i), i == 12 ? "unlock" : "reset-link");
        }
        story.conversation("again", "cust-of-c-3").starts("login").customerSays("Still no log-in");
        story.after(1);
        solvedAnew(story.conversation("c-4").isReopened());
        story.after(3);
    }

    /** What was counted is published when the next day's first solution comes. */
    private static void nextDay(Story story) {
        story.afterDays(1);
        solved(story.conversation("next-day"), "unlock");
        story.after(3);
    }

    private static void solved(Conversation one, String code) {
        one.starts("login")
                .customerSays("I cannot log in")
                .assistantSays("Use the link.", 0.95)
                .tell("conversation.resolved", Map.of("by", "assistant", "resolution", code));
    }

    /** The first solution did not hold: it counts as tried, and the second as another try. */
    private static void solvedAnew(Conversation one) {
        one.after(60).tell("conversation.resolved", Map.of("by", "assistant", "resolution", "unlock"));
    }

    private static EscalationRaised handedOver(Story story, String category) {
        String id = category + "-" + story.now().toEpochMilli();
        story.conversation(id).starts(category).customerSays("I cannot do it").asksForHuman();
        return story.escalations(id).get(0);
    }
}
