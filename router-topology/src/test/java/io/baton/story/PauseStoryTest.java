// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.event.ConversationDecision;
import io.baton.event.PolicyProposal;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An assistant that mistakes what a category is about is taken off it until a policy owner gives it back. */
@Tag("A06")
class PauseStoryTest {

    /** Half of the conversations of an hour taken for something else, of ten at least. */
    private static final String DRIFT =
            "    kind: level\n    threshold: 0.5\n    window: 1h\n    minVolume: 10\n    pause: true\n";

    @Test
    void driftPausesTheCategoryAndSaysWhoLiftsIt() {
        try (Story story = story("  pause: {apply: true}\n")) {
            mistaken(story);

            PolicyProposal pause = pause(story);
            assertThat(pause.getCategory()).isEqualTo("plan-change");
            assertThat(pause.getTo()).isEqualTo("tier 3");
            assertThat(pause.getAppliedTier()).isEqualTo(3);
            assertThat(raised(story).getText()).contains("paused", "policy owner", "qa.pause.lifted.plan-change");
            ConversationDecision next = decided(story, "plan-change");
            assertThat(next.getTier()).isEqualTo(3);
            assertThat(next.getPolicyVersion()).endsWith("+plan-change=tier-3");
            assertThat(decided(story, "how-to").getTier()).isEqualTo(1);
        }
    }

    @Test
    void aPauseOfThatDayOrBeforeIsLiftedByItsDate() {
        Ruleset lifted = rules("  pause: {apply: true, lifted: {plan-change: 2099-01-01}}\n");
        try (Story story = new Story(lifted, true)) {
            mistaken(story);

            assertThat(pause(story).getAppliedTier()).isEqualTo(3);
            assertThat(decided(story, "plan-change").getTier()).isEqualTo(1);
        }
    }

    @Test
    void wherePolicyOwnersKeepTheWordItIsOnlyProposed() {
        try (Story story = story("  pause: {apply: false}\n")) {
            mistaken(story);

            assertThat(pause(story).getAppliedTier()).isZero();
            assertThat(raised(story).getText()).contains("should pause", "policy owner");
            assertThat(decided(story, "plan-change").getTier()).isEqualTo(1);
        }
    }

    private static Story story(String section) {
        return new Story(rules(section), true);
    }

    private static Ruleset rules(String section) {
        String document = DefaultPolicy.document()
                .replace("  pause: {apply: true}\n", section)
                .replaceFirst(
                        "(?s)(  drift:.*?\\n    measure: misclassification\\n).*?    pause: true\\n", "$1" + DRIFT);
        assertThat(document).contains(section).contains(DRIFT);
        return ((Parsed.Valid) PolicyFile.parse(document, "default.yaml")).ruleset();
    }

    /** Ten conversations that began as one thing and proved to be about another. */
    private static void mistaken(Story story) {
        for (int i = 0; i < 10; i++) {
            story.conversation("c-" + i)
                    .starts("how-to")
                    .tell("conversation.customer-message", Map.of("text", "Another plan.", "category", "plan-change"))
                    .assistantSays("Here.", 0.95)
                    .isResolvedBy("assistant");
        }
        story.after(600);
    }

    private static PolicyProposal pause(Story story) {
        List<PolicyProposal> all = story.proposals().stream()
                .filter(one -> one.getKind().equals("pause"))
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Alert raised(Story story) {
        List<Alert> all = story.alerts().stream()
                .filter(alert -> alert.getState() == AlertState.RAISED
                        && alert.getRule().equals("drift")
                        && alert.getCategory() != null)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static ConversationDecision decided(Story story, String category) {
        story.conversation("next-" + category).starts(category).customerSays("How do I do it?");
        story.after(1);
        List<ConversationDecision> all = story.decisions();
        return all.get(all.size() - 1);
    }
}
