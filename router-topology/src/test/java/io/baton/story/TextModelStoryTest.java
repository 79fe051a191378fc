// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConversationDecision;
import io.baton.event.SentimentPoint;
import io.baton.event.SignalReading;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The policy puts the shipped text model in force. */
class TextModelStoryTest {

    private final Story story = new Story(shipped(), true);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("T05")
    void aDecisionNamesTheModelAndWhatSpokeMost() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("How do I export my hours?")
                .assistantSays("Reports, then Export.", 0.95)
                .customerSays("No, that is wrong again, I already told you. This is useless");

        ConversationDecision last = last(story.decisions());
        assertThat(last.getTextModel()).matches("shipped version 0 [0-9a-f]{12}");
        SignalReading negative = last.getSignals().stream()
                .filter(reading -> reading.getSignal().equals("negative-sentiment"))
                .findFirst()
                .orElseThrow();
        assertThat(negative.getValue()).isLessThan(negative.getThreshold());
        assertThat(negative.getWeight()).isPositive();
        assertThat(negative.getBecause()).hasSize(3);
        assertThat(last.getSignals())
                .filteredOn(reading -> reading.getSignal().equals("low-confidence"))
                .allSatisfy(reading -> assertThat(reading.getBecause()).isEmpty());
    }

    @Test
    @Tag("H02")
    void thePacketReadsEachMessageAsTheDecisionDid() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("How do I export my hours?")
                .assistantSays("Reports, then Export.", 0.95)
                .customerSays("No, that is wrong again, I already told you. This is useless")
                .asksForHuman();

        assertThat(story.escalations("c-1")).singleElement().satisfies(packet -> {
            assertThat(packet.getSentimentTrail())
                    .extracting(SentimentPoint::getTurn)
                    .containsExactly(1, 3);
            assertThat(packet.getSentimentTrail().get(1).getSentiment())
                    .isEqualTo(packet.getMood().getSentiment())
                    .isLessThan(packet.getSentimentTrail().get(0).getSentiment());
        });
    }

    @Test
    void theWordListsNameNoModel() {
        try (Story plain = new Story(DefaultPolicy.ruleset(), true)) {
            plain.conversation("c-1").starts("how-to").customerSays("This is useless");

            assertThat(last(plain.decisions()).getTextModel()).isNull();
        }
    }

    @Test
    void aLateMessageLeadsToTheSameDecisionAsOneInTime() {
        List<String> texts =
                List.of("Where is my report?", "That is not what I asked", "No. This is useless, forget it");
        say(story, "c-1", texts, List.of(0, 1, 2));
        say(story, "c-2", texts, List.of(0, 2, 1));

        ConversationDecision inTime = last(of("c-1"));
        ConversationDecision late = last(of("c-2"));
        assertThat(late.getScore()).isEqualTo(inTime.getScore());
        assertThat(late.getPath()).isEqualTo(inTime.getPath());
        assertThat(late.getTextModel()).isEqualTo(inTime.getTextModel()).isNotNull();
    }

    private List<ConversationDecision> of(String conversation) {
        return story.decisions().stream()
                .filter(decision -> decision.getConversationId().equals(conversation))
                .toList();
    }

    /** The messages, a minute apart, arriving in another order; then a reply, on which is decided. */
    private static void say(Story story, String conversation, List<String> texts, List<Integer> order) {
        send(story, conversation, "started", 0, Map.of("channel", "chat", "category", "how-to"));
        for (int place : order) {
            send(story, conversation, "customer-message", 1 + place, Map.of("text", texts.get(place)));
        }
        send(story, conversation, "assistant-reply", 9, Map.of("text", "Please try again.", "confidence", 0.9));
    }

    private static void send(Story story, String conversation, String type, int second, Map<String, ?> data) {
        String event = Story.event(
                conversation + "-" + second,
                "conversation." + type,
                conversation,
                "cust-of-" + conversation,
                Story.BEGINNING.plus(Duration.ofSeconds(second)),
                data);
        story.send(story.topics.conversationEvents(), event);
    }

    private static ConversationDecision last(List<ConversationDecision> decisions) {
        return decisions.get(decisions.size() - 1);
    }

    static Ruleset shipped() {
        String document = DefaultPolicy.document().replace("\n  use: words\n", "\n  use: shipped\n");
        return ((Parsed.Valid) PolicyFile.parse(document, "shipped.yaml")).ruleset();
    }
}
