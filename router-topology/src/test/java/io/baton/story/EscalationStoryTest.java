// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.AssistantCommand;
import io.baton.event.Command;
import io.baton.event.ConversationDecision;
import io.baton.event.EscalationRaised;
import io.baton.event.Owner;
import io.baton.event.SentimentPoint;
import io.baton.event.TranscriptTurn;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a customer, an assistant and an agent live through, from event to packet. */
class EscalationStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("T07")
    void anExplicitRequestIsHonouredAtThatTurn() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("How do I add a teammate?")
                .assistantSays("Open Settings, then Team.", 0.95)
                .asksForHuman();

        assertThat(story.escalations("c-1")).singleElement().satisfies(packet -> {
            assertThat(packet.getReasons()).extracting("signal").contains("human-requested");
            assertThat(packet.getTranscript())
                    .extracting(TranscriptTurn::getText)
                    .containsExactly("How do I add a teammate?", "Open Settings, then Team.");
        });
        assertThat(story.commands())
                .last()
                .satisfies(command -> assertThat(command.getCommand()).isEqualTo(Command.SILENCE));
    }

    @Test
    @Tag("T07")
    void aRequestInWordsCountsAsWell() {
        story.conversation("c-1").starts("how-to").customerSays("Can I please talk to a real person?");

        assertThat(story.escalations("c-1")).hasSize(1);
    }

    @Test
    @Tag("T19")
    void severalSignalsThatAlignHandOverAndOneAloneDoesNot() {
        story.conversation("c-1").starts("how-to").customerSays("Where is the export button?");
        story.conversation("c-1").assistantSays("I believe it may be in the menu.", 0.7);
        assertThat(story.escalations("c-1")).isEmpty();

        story.conversation("c-1")
                .customerSays("No, it is not there. This is really frustrating.", -0.6)
                .assistantAsksAgain("Could you rephrase that?")
                .customerSays("I told you, it is NOT there! This is ridiculous, worst support ever!", -0.9)
                .assistantAsksAgain("Sorry, I did not understand. Could you rephrase?")
                .customerSays("I am so angry. It is NOT there!", -0.95);

        assertThat(story.escalations("c-1")).singleElement().satisfies(packet -> {
            assertThat(packet.getReasons()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(packet.getMood().getIntensity()).isGreaterThanOrEqualTo(3);
            assertThat(packet.getSentimentTrail())
                    .extracting(SentimentPoint::getSentiment)
                    .startsWith(0.0, -0.6);
        });
    }

    @Test
    void onlyOneEscalationAnEpisodeAndANewOneAfterReturn() {
        Conversation conversation = story.conversation("c-1")
                .starts("how-to")
                .customerSays("Help")
                .asksForHuman()
                .asksForHuman()
                .customerSays("I want to talk to a human!")
                .agentJoins("agent-7")
                .agentSays("agent-7", "Hello, what can I do?")
                .returnsToAutomation();
        assertThat(story.escalations("c-1")).hasSize(1);

        conversation.customerSays("Thanks, one more thing").asksForHuman();

        assertThat(story.escalations("c-1"))
                .extracting(EscalationRaised::getEscalationId)
                .containsExactly("c-1/1", "c-1/2");
    }

    @Test
    @Tag("T03")
    @Tag("T09")
    void timersFireOnAQuietPartitionAtTheirOwnTime() {
        story.conversation("c-1").starts("how-to").customerSays("The page shows an error, this is annoying", -0.5);

        story.after(300);

        assertThat(story.decisions())
                .extracting(ConversationDecision::getTriggeredBy)
                .anyMatch(trigger -> trigger.startsWith("timer:"));
    }

    @Test
    @Tag("T17")
    void anAmountOverTheLimitGoesToAHumanWhateverTheCategory() {
        story.conversation("c-1")
                .starts("how-to")
                .tell("conversation.customer-message", Map.of("text", "About my invoice", "amount", 730.0));

        assertThat(story.escalations("c-1"))
                .singleElement()
                .satisfies(packet -> assertThat(packet.getTier()).isEqualTo(3));
    }

    @Test
    @Tag("T25")
    void aHumanOnlyCategoryIsSilencedAtOnceAndHandedOverWithTheFirstMessage() {
        Conversation conversation = story.conversation("c-1").starts("contract-legal");
        assertThat(story.commands()).extracting("command").containsExactly(Command.SILENCE);

        conversation.customerSays("We need a signed data processing agreement.");

        assertThat(story.escalations("c-1")).hasSize(1);
    }

    @Test
    @Tag("G02")
    void personalDataNeverLeavesIntake() {
        story.conversation("c-1")
                .starts("how-to")
                .customerSays("I am jane.roe@example.com, card 4111 1111 1111 1111")
                .customerSays("Write to jane.roe@example.com please")
                .asksForHuman();

        EscalationRaised packet = story.escalations("c-1").get(0);
        assertThat(packet.toString()).doesNotContain("jane.roe").doesNotContain("4111 1111");
        assertThat(packet.getTranscript().get(0).getText())
                .contains("[EMAIL_1]")
                .contains("[CARD_1]");
        assertThat(packet.getTranscript().get(1).getText()).contains("[EMAIL_1]");
    }

    @Test
    @Tag("H14")
    void everyPacketCarriesTheMinimum() {
        story.conversation("c-1")
                .starts("sync-error")
                .customerSays("The sync with my shop has stopped")
                .assistantSays("Please reconnect the shop.", 0.9)
                .customerSays("Did that, did not help")
                .asksForHuman();

        assertThat(story.escalations("c-1")).singleElement().satisfies(packet -> {
            assertThat(packet.getGoal()).isNotBlank();
            assertThat(packet.getSummary()).isNotBlank();
            assertThat(packet.getAttempts()).isNotEmpty();
            assertThat(packet.getCustomerMessage()).isNotBlank();
            assertThat(packet.getSuggestedStep()).isNotBlank();
            assertThat(packet.getCompleteness().getScore()).isBetween(0.0, 1.0);
        });
    }

    @Test
    @Tag("S08")
    void aProfileThatArrivesDuringAConversationMovesItAtOnce() {
        story.conversation("c-1", "cust-1").starts("how-to").customerSays("How do I add a user?");

        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                "cust-1",
                "cust-1",
                Map.of("annualValue", 30000.0));

        assertThat(story.decisions()).last().satisfies(decision -> {
            assertThat(decision.getSegment()).isNotEqualTo("self-service");
            assertThat(decision.getTier()).isEqualTo(2);
            assertThat(decision.getOwner()).isEqualTo(Owner.ASSISTANT_REVIEWED);
        });
    }

    @Test
    @Tag("R18")
    void anAssistantThatAnswersOutsideItsMandateIsToldAgainButNotAtEveryReply() {
        Conversation conversation =
                story.conversation("c-1").starts("how-to").customerSays("Help").asksForHuman();
        int told = story.commands().size();

        for (int reply = 1; reply <= 4; reply++) {
            conversation.assistantSays("Have you tried turning it off and on?", 0.95);
        }

        assertThat(story.commands().subList(told, story.commands().size()))
                .extracting(AssistantCommand::getCommand, AssistantCommand::getReason)
                .containsExactly(
                        tuple(Command.SILENCE, "automation-creep"),
                        tuple(Command.SILENCE, "automation-creep"),
                        tuple(Command.SILENCE, "automation-creep"));
        assertThat(story.commands()).extracting(AssistantCommand::getCommandId).doesNotHaveDuplicates();
        assertThat(story.decisions())
                .filteredOn(decision -> decision.getRule().equals("automation-creep"))
                .allSatisfy(decision -> assertThat(decision.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN))
                .hasSize(3);
        assertThat(story.escalations("c-1")).hasSize(1);
    }

    @Test
    @Tag("R18")
    void aDraftIsWithinTheMandateWhereAHumanSends() {
        story.conversation("c-1")
                .starts("refund-request")
                .customerSays("I want my money back for last month.")
                .assistantDrafts("I have prepared the refund.", 0.95);

        assertThat(story.commands()).extracting(AssistantCommand::getReason).doesNotContain("automation-creep");
        assertThat(story.commands()).extracting(AssistantCommand::getCommand).contains(Command.DRAFT_ONLY);

        story.conversation("c-1").assistantSays("I have refunded it.", 0.95);

        assertThat(story.commands()).last().satisfies(command -> {
            assertThat(command.getCommand()).isEqualTo(Command.DRAFT_ONLY);
            assertThat(command.getReason()).isEqualTo("automation-creep");
        });
    }
}
