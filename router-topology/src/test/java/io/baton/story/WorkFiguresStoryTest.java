// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two conversations about the same thing, one solved by the assistant and one by an agent after it: each figure counted by hand. What is told
 * lies a second apart.
 */
class WorkFiguresStoryTest {

    private final Story story = new Story();

    @BeforeEach
    void tell() {
        story.conversation("alone")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .isResolvedBy("assistant");
        story.conversation("together")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .asksForHuman()
                .after(60)
                .agentJoins("a-1")
                .assistantDrafts("Like this.", 0.9)
                .tell("conversation.agent-message", sent("Like this.", false))
                .tell("conversation.agent-message", sent("Or like that.", true))
                .isResolvedBy("agent");
    }

    private Map<String, ?> sent(String text, boolean edited) {
        return Map.of("agentId", "a-1", "text", text, "basedOnDraft", "e-9", "edited", edited);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("M04")
    void eachChannelHasItsOwnRateAndQuality() {
        story.conversation("left").starts("how-to").customerSays("How?").isClosed("abandoned");
        story.conversation("alone")
                .tell(
                        "conversation.qa-reviewed",
                        Map.of("intentAccuracy", 5, "policyCompliance", 5, "tone", 3, "reviewer", "r-1"));

        assertThat(automated("resolution-rate")).isEqualTo("1 of 2");
        assertThat(assisted("resolution-rate")).isEqualTo("1 of 1");
        assertThat(automated("resolution-quality")).isEqualTo("13 of 3");
        assertThat(assisted("resolution-quality")).isEqualTo("0 of 0");
    }

    @Test
    @Tag("M08")
    @Tag("L13")
    void handleTimeFirstResponseAndWhatBecomesOfDrafts() {
        assertThat(assisted("handle-time")).as("joined until resolved").isEqualTo("4 of 1");
        assertThat(automated("first-response")).isEqualTo("1 of 1");
        assertThat(assisted("first-response")).isEqualTo("1 of 1");
        assertThat(assisted("draft-share")).isEqualTo("2 of 2");
        assertThat(assisted("draft-kept")).isEqualTo("1 of 2");
    }

    @Test
    @Tag("M13")
    void aChannelHasSolvedWhatNoOtherSteppedInto() {
        assertThat(automated("channel-resolution-rate")).as("both began here").isEqualTo("1 of 2");
        assertThat(assisted("channel-resolution-rate")).isEqualTo("0 of 0");
    }

    @Test
    @Tag("M14")
    void effortIsWhatCustomersSayAndHowOftenTheyHadToWrite() {
        story.conversation("together").tell("conversation.survey-answered", Map.of("effort", 3));
        story.conversation("again")
                .starts("plan-change")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .customerSays("And then?")
                .assistantSays("That is all.", 0.95)
                .isResolvedBy("assistant");

        assertThat(assisted("effort")).isEqualTo("3 of 1");
        assertThat(automated("customer-turns")).isEqualTo("3 of 2");
        assertThat(automated("automated-turns")).isEqualTo("3 of 2");
    }

    @Test
    @Tag("M15")
    void aResolutionCostsWhatTheRatesSay() {
        // A conversation of the assistant 0.25 and each of its replies 0.02; of a human 0.5 and 6 for the category.
        assertThat(automated("cost-per-resolution")).isEqualTo("0.2700 of 1");
        assertThat(assisted("cost-per-resolution")).isEqualTo("6.7900 of 1");
    }

    @Test
    @Tag("M16")
    void theScorecardWeighsQualityAndSpeed() {
        // 0.2 + 0.2 + 0.15 for all that was solved at once and stayed so, 0.15 x 3600 / 3603 for three seconds; nobody
        // answered.
        assertThat(automated("scorecard")).isEqualTo("0.6999 of 0.7000");
        story.conversation("alone").tell("conversation.survey-answered", Map.of("csat", 2, "effort", 7));
        assertThat(automated("scorecard")).as("0.2 x 0.25 more").isEqualTo("0.7499 of 1");
    }

    @Test
    @Tag("M19")
    void whatLooksSolvedAndWasNotIsSeenInThreeWays() {
        story.conversation("alone")
                .tell(
                        "conversation.reply-corrected",
                        Map.of("replyId", "e-3", "reason", "inaccurate", "agentId", "a-1"));
        story.conversation("comes back", "cust-of-alone").starts("how-to");

        assertThat(automated("automated-returns")).isEqualTo("1 of 1");
        assertThat(automated("unhelpful")).isEqualTo("1 of 1");
        assertThat(assisted("unhelpful")).isEqualTo("0 of 1");
        assertThat(assisted("immediate-escalation")).as("after one reply").isEqualTo("1 of 1");
    }

    @Test
    @Tag("M20")
    void didItWorkIsKeptApart() {
        story.conversation("alone").tell("conversation.survey-answered", Map.of("worked", false));
        story.conversation("together").tell("conversation.survey-answered", Map.of("worked", true));

        assertThat(automated("worked")).isEqualTo("0 of 1");
        assertThat(assisted("worked")).isEqualTo("1 of 1");
    }

    @Test
    @Tag("M22")
    void productivityIsWhatAgentsSolveInAnHourOfHolding() {
        assertThat(assisted("agent-resolved")).isEqualTo("1 of 1");
        assertThat(assisted("agent-productivity")).as("four seconds").isEqualTo("1 of 0.0011");
        assertThat(automated("agent-resolved")).isEqualTo("0 of 0");
    }

    @Test
    @Tag("M26")
    void anInterventionThatKeptAnAccountIsSeenWithinNinetyDays() {
        for (String customer : new String[] {"kept", "lost", "late"}) {
            story.conversation("contract-" + customer, customer)
                    .starts("contract-legal")
                    .customerSays("A clause?")
                    .agentJoins("a-1")
                    .agentSays("a-1", "Here.")
                    .isResolvedBy("agent");
        }
        story.afterDays(20);
        moved("kept", "renewed");
        moved("lost", "churned");
        story.after(5);
        story.afterDays(71);
        moved("late", "renewed");

        assertThat(share("high-stakes-saved")).isEqualTo("1 of 3");
        assertThat(share("churned-after")).startsWith("1 of");
    }

    private void moved(String customer, String lifecycle) {
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                customer,
                customer,
                Map.of("lifecycle", lifecycle));
    }

    private String automated(String figure) {
        story.after(5);
        return HourlyFigures.share(story, "automated", figure);
    }

    private String assisted(String figure) {
        story.after(5);
        return HourlyFigures.share(story, "assisted", figure);
    }

    private String share(String figure) {
        story.after(5);
        return HourlyFigures.share(story, figure);
    }
}
