// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.event.OutcomeState;
import io.baton.names.Meters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who did the work, and the figures that follow from it. */
class OutcomeStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("M01")
    void everyConversationIsLabelledByWhoDidTheWork() {
        story.conversation("auto")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.conversation("mixed")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .asksForHuman()
                .agentJoins("a-1")
                .agentSays("a-1", "Let me do that for you.")
                .isResolvedBy("agent");
        story.conversation("human")
                .starts("contract-legal")
                .customerSays("Contract?")
                .agentJoins("a-2")
                .agentSays("a-2", "Here.")
                .isResolvedBy("agent");

        Map<String, Channel> labels = new LinkedHashMap<>();
        story.outcomes().forEach(outcome -> labels.put(outcome.getConversationId(), outcome.getChannel()));
        assertThat(labels)
                .containsEntry("auto", Channel.AUTOMATED)
                .containsEntry("mixed", Channel.ASSISTED)
                .containsEntry("human", Channel.HUMAN);
    }

    @Test
    void anOutcomeIsCorrectedWhenTheCustomerComesBack() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant")
                .isReopened();

        assertThat(story.outcomes())
                .extracting("state")
                .containsExactly(OutcomeState.PROVISIONAL, OutcomeState.CORRECTED);
        assertThat(story.outcomes()).extracting("revision").containsExactly(1, 2);
    }

    @Test
    @Tag("M12")
    void aNewConversationAboutTheSameIssueCorrectsTheOldOne() {
        story.conversation("first", "cust")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.conversation("other", "cust").starts("plan-change");
        story.afterDays(6);
        story.conversation("again", "cust").starts("how-to");
        story.afterDays(8).after(5);

        assertThat(story.outcomes())
                .filteredOn(outcome -> outcome.getConversationId().equals("first"))
                .extracting(outcome -> outcome.getState() + " " + outcome.getOutcome())
                .containsExactly("PROVISIONAL resolved", "CORRECTED returned");
        assertThat(sum("resolved")).isZero();
        assertThat(sum("returned")).isEqualTo(1);
        assertThat(sum("containment")).as("the other two were left in silence").isEqualTo(2);
    }

    @Test
    void anOutcomeIsDurableAfterSevenDays() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.afterDays(8).after(5);

        assertThat(story.outcomes())
                .extracting("state")
                .containsExactly(OutcomeState.PROVISIONAL, OutcomeState.DURABLE);
        assertThat(sum("durable")).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfAConversationThatNobodyKnowsCountsAsUnattributedOnly() {
        story.conversation("unknown").surveyed(1);
        story.afterDays(8).after(5);

        assertThat(sum("unattributed")).isEqualTo(1);
        assertThat(sum("started") + sum("abandoned") + sum("csat")).isZero();
        assertThat(story.outcomes()).isEmpty();
    }

    @Test
    void theSameResolutionTwiceAndAVerdictForAnotherEscalationMoveNothing() {
        Conversation conversation = story.conversation("c-1")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isReopened()
                .isResolvedBy("assistant");
        story.after(5);
        double took = sum("time-to-resolution");
        conversation.after(100).isResolvedBy("assistant");
        conversation.tell(
                "conversation.escalation-reviewed",
                Map.of("escalationId", "other/1", "verdict", "needed", "agentId", "a-1"));
        story.after(5);

        assertThat(sum("time-to-resolution")).isEqualTo(took);
        assertThat(sum("resolved")).isEqualTo(1);
        assertThat(sum("reopened") + sum("escalation-precision")).isZero();
        assertThat(idle())
                .as("a reopening of what was open, a resolution twice, a verdict for another")
                .isEqualTo(3);
    }

    @Test
    @Tag("M25")
    void whatBecomesOfTheAccountIsCountedWhereItsConversationsEnded() {
        story.conversation("c-1", "cust")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.afterDays(30);
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                "cust",
                "cust",
                Map.of("lifecycle", "churned"));
        story.after(5);

        assertThat(sum("churned-after")).isEqualTo(1);
        assertThat(sum("renewed-after")).isZero();
    }

    @Test
    @Tag("M02")
    @Tag("M10")
    void figuresEqualARecountAndCorrectionsAreRevisions() {
        for (int c = 0; c < 6; c++) {
            Conversation conversation = story.conversation("c-" + c)
                    .starts("how-to")
                    .customerSays("How?")
                    .assistantSays("So.", 0.95);
            if (c < 2) {
                conversation.asksForHuman();
            } else {
                conversation.isResolvedBy("assistant");
            }
        }
        story.conversation("c-5").isReopened();
        story.after(5);

        assertThat(sum("started")).isEqualTo(6);
        assertThat(sum("escalated")).isEqualTo(2);
        assertThat(sum("resolved")).isEqualTo(3);
    }

    @Test
    @Tag("R22")
    void whatWasNotKnownWhenAConversationBeganIsCounted() {
        story.send(
                story.topics.customerProfiles(), "customer.profile-updated", "known", "known", Map.of("plan", "team"));
        story.conversation("c-1", "known")
                .tell(
                        "conversation.started",
                        Map.of("channel", "chat", "category", "how-to", "language", "en", "page", "/billing"))
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.conversation("c-2", "stranger")
                .tell("conversation.started", Map.of("channel", "chat"))
                .tell("conversation.customer-message", Map.of("text", "How?", "category", "how-to"))
                .tell("conversation.customer-message", Map.of("text", "Here it is.", "page", "/late"))
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.after(5);

        assertThat(sum("context-gap.page")).isEqualTo(1);
        assertThat(sum("context-gap.category")).isZero();
        assertThat(sum("context-gap.language")).isEqualTo(1);
        assertThat(sum("context-gap.account")).isEqualTo(1);
    }

    @Test
    @Tag("H15")
    void whatAHandoverCouldNotPassOnIsCountedByCategoryAndTrigger() {
        story.conversation("c-1", "c-1")
                .tell("conversation.started", Map.of("channel", "chat"))
                .tell("conversation.customer-message", Map.of("text", "How?", "category", "how-to"))
                .assistantAsksAgain("What exactly?")
                .asksForHuman()
                .tell("conversation.customer-message", Map.of("text", "Here it is.", "page", "/after"))
                .agentJoins("a-1")
                .isResolvedBy("agent");
        story.conversation("c-2")
                .tell("conversation.started", Map.of("channel", "chat", "language", "en", "category", "contract-legal"))
                .customerSays("A clause?")
                .agentJoins("a-1");
        story.after(5);
        assertThat(gaps("hard:human-only"))
                .as("nothing is counted before the end")
                .isEmpty();
        story.conversation("c-2").isResolvedBy("agent");
        story.after(5);

        assertThat(gaps("hard:human-requested"))
                .containsExactlyEntriesOf(
                        parts("how-to", List.of("attempts", "identity", "account", "language", "page")));
        assertThat(gaps("hard:human-only"))
                .containsExactlyEntriesOf(parts("contract-legal", List.of("account", "page")));
    }

    /** What arrives after the packet has left, and even after the end, was known all the same if it happened before. */
    @Test
    @Tag("H15")
    void whatCouldBePassedOnDoesNotDependOnTheOrderOfArrival() {
        Map<String, ?> withPage = Map.of("text", "It fails here.", "page", "/billing");
        List<String> inOrder = List.of(
                event(0, "conversation.started", Map.of("channel", "chat", "category", "how-to")),
                event(5, "conversation.customer-message", withPage),
                event(9, "conversation.assistant-reply", Map.of("text", "Try this.", "confidence", 0.95)),
                event(15, "conversation.human-requested", Map.of("via", "button")),
                event(40, "conversation.agent-joined", Map.of("agentId", "a-1")),
                event(90, "conversation.resolved", Map.of("by", "agent")));
        for (List<Integer> order : List.of(
                List.of(0, 1, 2, 3, 4, 5),
                List.of(0, 3, 1, 2, 4, 5),
                List.of(0, 3, 4, 5, 2, 1),
                List.of(0, 2, 3, 5, 4, 1))) {
            try (Story other = new Story()) {
                order.forEach(i -> {
                    other.send(other.topics.conversationEvents(), inOrder.get(i));
                    other.after(1);
                });
                other.after(5);
                assertThat(gaps(other, "hard:human-requested"))
                        .as("arriving as %s", order)
                        .containsExactlyEntriesOf(parts("how-to", List.of("account", "language")));
            }
        }
    }

    private static String event(int second, String type, Map<String, ?> data) {
        return Story.event("e-" + second, type, "c-1", "cust-1", Story.BEGINNING.plusSeconds(second), data);
    }

    private static Map<String, String> parts(String category, List<String> missing) {
        Map<String, String> parts = new TreeMap<>();
        for (String part : List.of("history", "attempts", "identity", "account", "category", "language", "page")) {
            parts.put(category + " " + part, (missing.contains(part) ? 1 : 0) + " of 1");
        }
        return parts;
    }

    private Map<String, String> gaps(String rule) {
        return gaps(story, rule);
    }

    /** Category and part, to how often it was not known of how many hand-overs; of the last revisions of hours. */
    private static Map<String, String> gaps(Story story, String rule) {
        String family = "handover-gap." + rule + ".";
        Map<String, String> last = new TreeMap<>();
        for (String channel : new String[] {"automated", "assisted", "human"}) {
            for (MetricWindow window : story.metrics(channel)) {
                if (window.getGrain() == Grain.HOUR) {
                    window.getMeasures().forEach((name, measure) -> {
                        if (name.startsWith(family)) {
                            last.put(
                                    window.getCategory() + " " + name.substring(family.length()),
                                    Math.round(measure.getNumerator()) + " of " + Math.round(measure.getDenominator()));
                        }
                    });
                }
            }
        }
        return last;
    }

    private double idle() {
        return story.driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(Meters.EVENT_IDLE + "-total"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }

    /** Sum over the last revision of each hourly window of all channels. */
    private double sum(String measure) {
        Map<String, MetricWindow> last = new LinkedHashMap<>();
        for (String channel : new String[] {"automated", "assisted", "human"}) {
            for (MetricWindow window : story.metrics(channel)) {
                if (window.getGrain() == Grain.HOUR) {
                    String key = channel + window.getWindow().getStart() + window.getCategory() + window.getSegment();
                    MetricWindow before = last.put(key, window);
                    assertThat(before == null || before.getRevision() < window.getRevision())
                            .isTrue();
                }
            }
        }
        return last.values().stream()
                .map(window -> window.getMeasures().get(measure))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(found -> found.getNumerator())
                .sum();
    }
}
