// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationRaised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents who ask for what they were given, through the whole topology. */
class ReAskStoryTest {

    private final Story story = new Story();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @Tag("H17")
    void aQuestionForWhatThePacketHeldLowersItsScore() {
        Conversation conversation = handedOver();
        double before = packets().get(0).getCompleteness().getScore();

        conversation.agentSays("agent-1", "Hello, I am Ana. What have you tried so far, please?");

        assertThat(packets()).hasSize(2);
        EscalationRaised updated = packets().get(1);
        assertThat(updated.getEscalationId()).isEqualTo(packets().get(0).getEscalationId());
        assertThat(updated.getRevision()).isEqualTo(2);
        assertThat(updated.getUpdate()).isEqualTo("re-asked");
        assertThat(updated.getCompleteness().getReAsked()).containsExactly("attempts");
        assertThat(updated.getCompleteness().getScore()).isLessThan(before);
        assertThat(updated.getCompleteness().getMissing()).doesNotContain("attempts");
    }

    @Test
    @Tag("H17")
    void theSameQuestionAgainIsNotCountedAgainAndAnotherOneIs() {
        Conversation conversation = handedOver();

        conversation.agentSays("agent-1", "What have you tried?");
        conversation.agentSays("agent-1", "And what did you try before?");
        conversation.agentSays("agent-1", "What is the problem?");

        assertThat(packets()).extracting(EscalationRaised::getRevision).containsExactly(1, 2, 3);
        assertThat(packets().get(2).getCompleteness().getReAsked()).containsExactly("attempts", "summary");
    }

    @Test
    void whatThePacketDidNotHoldMayBeAsked() {
        Conversation conversation = handedOver();

        conversation.agentSays("agent-1", "Which plan are you on?");

        assertThat(packets()).hasSize(1);
    }

    @Test
    void aPlanThatThePacketHeldMayNot() {
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                "cust-of-c-1",
                "cust-of-c-1",
                Map.of("plan", "team"));
        Conversation conversation = handedOver();

        conversation.agentSays("agent-1", "Which plan are you on?");

        assertThat(packets()).hasSize(2);
        assertThat(packets().get(1).getCompleteness().getReAsked()).containsExactly("account-status");
    }

    @Test
    void offersAndStatementsAreNoQuestions() {
        Conversation conversation = handedOver();

        conversation.agentSays("agent-1", "I see what the problem is and what you have tried.");
        conversation.agentSays("agent-1", "It is solved. How can I help you further?");
        conversation.agentSays("agent-1", "Is there anything else I can help with?");

        assertThat(packets()).hasSize(1);
    }

    private Conversation handedOver() {
        return story.conversation("c-1")
                .starts("sync-error")
                .customerSays("The ledger sync has been broken since Monday.")
                .assistantSays("Please sign in again.", 0.95)
                .customerSays("I already tried that, it did not help.")
                .asksForHuman()
                .agentJoins("agent-1");
    }

    private List<EscalationRaised> packets() {
        return story.escalations("c-1");
    }
}
