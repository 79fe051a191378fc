// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.AssistantCommand;
import io.baton.event.Command;
import io.baton.event.ConversationDecision;
import io.baton.event.IncidentReview;
import io.baton.event.Owner;
import io.baton.event.ReviewItem;
import io.baton.names.StoreLayout;
import io.baton.processor.TimeMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an incident changes for conversations, from its opening to the account of it. */
class IncidentStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("C01")
    @Tag("C02")
    @Tag("C04")
    @Tag("C06")
    void anIncidentHoldsTheAssistantBackWhileItLastsAndNoLonger() {
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");

        incident(
                "opened", "inc-1", Map.of("share", 0.3, "stage", "investigating", "categories", List.of("sync-error")));
        story.after(3);
        incident("stage-changed", "inc-1", Map.of("stage", "identified"));
        story.after(3);
        incident("closed", "inc-1", Map.of());
        story.after(3);

        assertThat(commands("c-1"))
                .extracting(AssistantCommand::getCommand, AssistantCommand::getReason)
                .containsExactly(
                        tuple(Command.STATUS_MODE, "playbook:outage"),
                        tuple(Command.STATUS_MODE, "playbook:outage"),
                        tuple(Command.RESUME, "playbook-ended"));
        assertThat(commands("c-1"))
                .extracting(AssistantCommand::getText)
                .satisfiesExactly(
                        text -> assertThat(text).contains("are looking into it"),
                        text -> assertThat(text).contains("have found the cause"),
                        text -> assertThat(text).contains("The problem is solved"));
        assertThat(decisions("c-1")).last().satisfies(decision -> {
            assertThat(decision.getOwner()).isEqualTo(Owner.ASSISTANT);
            assertThat(decision.getRule()).isEqualTo("playbook-ended");
        });
        assertThat(story.escalations()).isEmpty();
    }

    @Test
    @Tag("C02")
    void whoeverBeginsDuringTheIncidentIsToldAtOnce() {
        incident("opened", "inc-1", Map.of("share", 0.3, "categories", List.of("sync-error")));
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");
        story.conversation("c-2").starts("how-to").customerSays("How do I rename a board?");
        story.conversation("c-3")
                .starts("how-to")
                .tell("conversation.customer-message", Map.of("text", "It is down!", "category", "outage-report"));

        assertThat(commands("c-1")).extracting(AssistantCommand::getCommand).containsExactly(Command.STATUS_MODE);
        assertThat(commands("c-2")).isEmpty();
        assertThat(commands("c-3")).extracting(AssistantCommand::getCommand).containsExactly(Command.STATUS_MODE);
        assertThat(decisions("c-1").get(0).getExplanation()).contains("inc-1");
    }

    @Test
    @Tag("C01")
    void anIncidentThatHitsTooFewChangesNothing() {
        incident("opened", "inc-1", Map.of("share", 0.049, "categories", List.of("sync-error")));
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");
        assertThat(commands("c-1")).isEmpty();

        incident("stage-changed", "inc-1", Map.of("share", 0.05));
        story.after(2);

        assertThat(commands("c-1")).extracting(AssistantCommand::getCommand).containsExactly(Command.STATUS_MODE);
    }

    @Test
    @Tag("C06")
    void anIncidentWithoutCategoriesCountsForAllAndTheDecisionSaysSo() {
        incident("opened", "inc-1", Map.of("stage", "identified"));
        story.conversation("c-1").starts("how-to").customerSays("How do I rename a board?");

        assertThat(commands("c-1")).extracting(AssistantCommand::getCommand).containsExactly(Command.STATUS_MODE);
        assertThat(decisions("c-1").get(0).getExplanation()).contains("names no category");
    }

    @Test
    @Tag("C06")
    void ofTwoIncidentsBothApplyAndBothAreNamed() {
        incident("opened", "inc-1", Map.of("share", 0.2, "categories", List.of("sync-error")));
        incident("opened", "inc-2", Map.of("kind", "payment", "categories", List.of("sync-error", "billing-question")));
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");

        assertThat(decisions("c-1").get(0).getExplanation()).contains("inc-1").contains("inc-2");
        assertThat(commands("c-1"))
                .singleElement()
                .satisfies(command -> assertThat(command.getText())
                        .contains("aware of a problem")
                        .contains("Some payments fail"));

        incident("closed", "inc-1", Map.of());
        story.after(2);

        assertThat(commands("c-1")).last().satisfies(command -> {
            assertThat(command.getCommand()).isEqualTo(Command.STATUS_MODE);
            assertThat(command.getText()).doesNotContain("aware of a problem");
        });
    }

    @Test
    @Tag("C03")
    void thoseOfHighValueComeFirst() {
        incident("opened", "inc-1", Map.of("share", 0.2, "categories", List.of("sync-error")));
        story.conversation("small")
                .starts("sync-error")
                .customerSays("It fails")
                .asksForHuman();
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                "cust-of-large",
                "cust-of-large",
                Map.of("annualValue", 80_000.0));
        story.conversation("large").starts("sync-error").customerSays("It fails");

        assertThat(story.escalations("small")).singleElement().satisfies(packet -> {
            assertThat(packet.getQueue()).isEqualTo("crisis");
            assertThat(packet.getPriority()).isEqualTo(3);
            assertThat(packet.getSuggestedStep()).contains("status page");
        });
        assertThat(story.escalations("large")).singleElement().satisfies(packet -> {
            assertThat(packet.getQueue()).isEqualTo("crisis");
            assertThat(packet.getPriority()).isEqualTo(1);
            assertThat(packet.getDueAt()).isEqualTo(packet.getEscalatedAt().plusSeconds(300));
        });
    }

    @Test
    @Tag("C05")
    @Tag("C07")
    void whenItIsOverCustomersAreFollowedUpAndTheIncidentIsAccountedFor() {
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");
        incident("opened", "inc-1", Map.of("share", 0.3, "categories", List.of("sync-error")));
        story.after(2);
        story.conversation("c-2").starts("sync-error").customerSays("It fails").asksForHuman();
        story.after(30);
        story.conversation("c-2").agentJoins("agent-7");
        story.conversation("c-3")
                .starts("data-export")
                .customerSays("The download fails")
                .isResolvedBy("assistant");
        story.conversation("c-4").starts("how-to").customerSays("How do I rename a board?");
        incident("closed", "inc-1", Map.of());
        story.after(3);

        assertThat(story.all(story.topics.reviewItems(), ReviewItem.class))
                .extracting(ReviewItem::getConversationId, ReviewItem::getReason)
                .containsExactlyInAnyOrder(
                        tuple("c-1", "incident-follow-up"),
                        tuple("c-2", "incident-follow-up"),
                        tuple("c-3", "incident-follow-up"));
        assertThat(story.all(story.topics.incidentReviews(), IncidentReview.class))
                .last()
                .satisfies(review -> {
                    assertThat(review.getIncidentId()).isEqualTo("inc-1");
                    assertThat(review.getPlaybook()).isEqualTo("outage");
                    assertThat(review.getConversations()).isEqualTo(3);
                    assertThat(review.getHeldBack()).isEqualTo(3);
                    assertThat(review.getEscalated()).isEqualTo(1);
                    assertThat(review.getJoined()).isEqualTo(1);
                    assertThat(review.getMeanWaitSeconds()).isBetween(30.0, 33.0);
                    assertThat(review.getFollowUps()).isEqualTo(3);
                    assertThat(review.getByCategory()).isEqualTo(Map.of("sync-error", 2, "data-export", 1));
                    assertThat(review.getClosedAt()).isAfter(review.getOpenedAt());
                });
    }

    @Test
    @Tag("R18")
    void anAssistantThatTriesToSolveInStatusModeIsToldAgain() {
        incident("opened", "inc-1", Map.of("categories", List.of("sync-error")));
        story.conversation("c-1")
                .starts("sync-error")
                .customerSays("My ledger does not sync")
                .assistantSays("We are aware of a problem and are looking into it.", 0.95)
                .tell(
                        "conversation.assistant-reply",
                        Map.of("text", "Remove the connection and add it again.", "action", "reconnect"));

        assertThat(commands("c-1"))
                .extracting(AssistantCommand::getCommand, AssistantCommand::getReason)
                .containsExactly(
                        tuple(Command.STATUS_MODE, "playbook:outage"), tuple(Command.STATUS_MODE, "automation-creep"));
    }

    @ParameterizedTest
    @Tag("C06")
    @EnumSource(StoreLayout.class)
    void whateverTheLayoutAnOpenConversationIsToldWithoutAnEventOfItsOwn(StoreLayout layout) {
        try (Story other = new Story(TimeMode.LIVE, layout)) {
            other.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");
            other.conversation("c-2").starts("how-to").customerSays("How do I rename a board?");
            other.send(
                    other.topics.incidentReports(),
                    "incident.opened",
                    "inc-1",
                    "inc-1",
                    Map.of("kind", "outage", "categories", List.of("sync-error")));
            other.after(3);

            assertThat(other.commands())
                    .extracting(AssistantCommand::getConversationId, AssistantCommand::getCommand)
                    .containsExactly(tuple("c-1", Command.STATUS_MODE));
        }
    }

    @Test
    @Tag("C02")
    void aLateEventDoesNotTakeTheStatusBack() {
        story.conversation("c-1").starts("sync-error").customerSays("My ledger does not sync");
        java.time.Instant before = story.now().minusMillis(500);
        incident("opened", "inc-1", Map.of("share", 0.3, "categories", List.of("sync-error")));
        story.after(3);

        story.send(
                story.topics.conversationEvents(),
                Story.event(
                        "late",
                        "conversation.customer-message",
                        "c-1",
                        "cust-of-c-1",
                        before,
                        Map.of("text", "Since this morning")));
        story.after(2);
        incident("closed", "inc-1", Map.of());
        story.after(3);

        assertThat(commands("c-1"))
                .extracting(AssistantCommand::getCommand)
                .containsExactly(Command.STATUS_MODE, Command.RESUME);
    }

    @Test
    @Tag("C08")
    void aHighStakesCaseOutsideACrisisHasItsStepsItsQueueAndItsTarget() {
        story.conversation("c-1")
                .starts("billing-question")
                .tell("conversation.customer-message", Map.of("text", "I did not order this", "disputed", true));

        assertThat(story.escalations("c-1")).singleElement().satisfies(packet -> {
            assertThat(packet.getQueue()).isEqualTo("high-touch");
            assertThat(packet.getSuggestedStep()).contains("Stop dunning").contains("line by line");
        });
    }

    /** As long as a conversation that it touched may be kept, and no longer. */
    @Test
    void anIncidentThatClosedLongAgoIsForgotten() {
        incident("opened", "inc-old", Map.of());
        incident("closed", "inc-old", Map.of());
        incident("opened", "inc-open", Map.of());
        assertThat(story.rulebook.get().incidents().ids()).containsExactly("inc-old", "inc-open");

        story.jump(91L * 86_400);
        incident("opened", "inc-new", Map.of());

        assertThat(story.rulebook.get().incidents().ids()).containsExactly("inc-new", "inc-open");
        assertThat(story.stored())
                .noneMatch(entry -> entry.startsWith("incidents ") && entry.contains("inc-old"))
                .anyMatch(entry -> entry.startsWith("incidents ") && entry.contains("inc-open"));
    }

    private void incident(String phase, String id, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(Map.of("kind", "outage"));
        all.putAll(data);
        story.send(story.topics.incidentReports(), "incident." + phase, id, id, all);
    }

    private List<AssistantCommand> commands(String conversation) {
        return story.commands().stream()
                .filter(command -> command.getConversationId().equals(conversation))
                .toList();
    }

    private List<ConversationDecision> decisions(String conversation) {
        return story.decisions().stream()
                .filter(decision -> decision.getConversationId().equals(conversation))
                .toList();
    }
}
