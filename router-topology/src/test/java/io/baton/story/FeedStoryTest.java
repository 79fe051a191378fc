// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ReviewItem;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is put before people to look at, and what is kept to learn from. */
class FeedStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    private Conversation solved(String id) {
        return story.conversation(id)
                .starts("how-to")
                .customerSays("How do I share it? My address is someone@example.org")
                .assistantSays("Open it and choose Share.", 0.95)
                .isResolvedBy("assistant");
    }

    @Test
    @Tag("L02")
    @Tag("L03")
    void oneConversationInTwentyIsASampleAndAlwaysTheSame() {
        for (int i = 0; i < 400; i++) {
            solved("conv-" + i);
        }
        List<String> samples = reasons("qa-sample");

        assertThat(samples).hasSizeBetween(8, 36).doesNotHaveDuplicates();
        try (Story again = new Story()) {
            for (int i = 399; i >= 0; i--) {
                again.conversation("conv-" + i).starts("how-to").isResolvedBy("assistant");
            }
            assertThat(again.reviewItems())
                    .filteredOn(item -> item.getReason().equals("qa-sample"))
                    .extracting(ReviewItem::getConversationId)
                    .containsExactlyInAnyOrderElementsOf(samples);
        }
    }

    @Test
    @Tag("L01")
    void everyAutomatedAttemptIsLoggedWithConfidenceAndOutcome() {
        solved("solved");
        solved("reopened").isReopened();
        story.conversation("handed over")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.8)
                .assistantSays("Or so.", 0.9)
                .asksForHuman()
                .agentJoins("a-1")
                .isResolvedBy("agent");

        Map<String, String> last = new TreeMap<>();
        story.outcomes()
                .forEach(one -> last.put(
                        one.getConversationId(),
                        one.getConfidence() + " " + one.getOutcome() + " after " + one.getEscalations()
                                + " escalations and " + one.getReopenings() + " reopenings"));
        assertThat(last)
                .containsEntry("solved", "0.95 resolved after 0 escalations and 0 reopenings")
                .containsEntry("reopened", "0.95 reopened after 0 escalations and 1 reopenings")
                .containsEntry("handed over", "0.85 resolved after 1 escalations and 0 reopenings");
    }

    @Test
    @Tag("L09")
    void whatIsResolvedInTheFirstMonthOfAutomationIsLookedAtWeekByWeek() {
        String policy = DefaultPolicy.document()
                .replace(
                        "for: 30d, since: {}}",
                        "for: 30d, since: {how-to: " + day(-8) + ", sync-error: " + day(-40) + ", plan-change: "
                                + day(1) + "}}");
        Ruleset rules = ((Parsed.Valid) PolicyFile.parse(policy, "default.yaml")).ruleset();
        try (Story trial = new Story(rules, false)) {
            for (String category : List.of("how-to", "sync-error", "plan-change", "password-reset")) {
                trial.conversation(category)
                        .starts(category)
                        .customerSays("How?")
                        .isResolvedBy("assistant");
            }
            trial.conversation("helped")
                    .starts("how-to")
                    .customerSays("How?")
                    .agentJoins("a-1")
                    .isResolvedBy("agent");
            trial.conversation("left").starts("how-to").customerSays("How?").isClosed("abandoned");

            assertThat(trial.reviewItems())
                    .filteredOn(item -> item.getReason().equals("newly-automated"))
                    .extracting(item -> item.getConversationId() + ": " + item.getText())
                    .containsExactly(
                            "how-to: Resolved by the assistant in week 2 of 5 since this category is automated:"
                                    + " was it right?");
        }
    }

    private static LocalDate day(int after) {
        return LocalDate.ofInstant(Story.BEGINNING, ZoneOffset.UTC).plusDays(after);
    }

    @Test
    @Tag("L04")
    @Tag("L05")
    @Tag("L12")
    void flagsLowRatingsAndUnresolvedQueriesAreLookedAt() {
        solved("flagged")
                .tell(
                        "conversation.reply-corrected",
                        Map.of("replyId", "e-3", "reason", "inaccurate", "agentId", "a-1", "correctedText", "Not so."));
        solved("rated").surveyed(1);
        story.conversation("left").starts("how-to").customerSays("Where is it?").isClosed("abandoned");
        story.conversation("nobody").surveyed(2);

        assertThat(reasons("flagged-reply")).containsExactly("flagged");
        assertThat(reasons("low-rating")).containsExactly("rated");
        assertThat(reasons("unresolved-query")).containsExactly("left");
        assertThat(reasons("unattributed")).containsExactly("nobody");
        assertThat(story.reviewItems())
                .filteredOn(item -> item.getReason().equals("unresolved-query"))
                .extracting(ReviewItem::getText)
                .containsExactly("Where is it?");
    }

    @Test
    @Tag("L06")
    @Tag("L07")
    @Tag("G02")
    void examplesAreLabelledMaskedAndOutdatedWhenTheirLabelChanges() {
        solved("good").surveyed(5);
        solved("bad").surveyed(1);
        solved("late").tell("conversation.qa-reviewed", Map.of("reviewer", "r-1", "shouldHaveEscalated", true));
        story.afterDays(8);
        story.conversation("good", "cust-of-good")
                .tell("conversation.survey-answered", Map.of("csat", 1, "worked", false));

        assertThat(story.examples())
                .extracting(
                        one -> one.getConversationId() + " " + one.getLabel() + (one.getOutdated() ? " outdated" : ""))
                .containsExactlyInAnyOrder(
                        "bad failed",
                        "late should-have-escalated",
                        "good solved",
                        "good solved outdated",
                        "good failed");
        assertThat(story.examples().toString())
                .doesNotContain("someone@example.org")
                .contains("[EMAIL_1]");
        assertThat(story.examples().get(0).getTranscript()).hasSize(2);
    }

    private List<String> reasons(String reason) {
        return story.reviewItems().stream()
                .filter(item -> item.getReason().equals(reason))
                .map(ReviewItem::getConversationId)
                .toList();
    }
}
