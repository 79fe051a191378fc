// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConversationDecision;
import io.baton.event.PolicyProposal;
import io.baton.policyfile.DefaultPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A category that customers were not satisfied with for two months moves up a tier until the cause is closed. */
@Tag("R08")
@Tag("A07")
class TierUpStoryTest {

    private static final String APPLY = "  tierUp: {apply: true}\n";

    private final Story story = new Story(DefaultPolicy.ruleset(), true);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void decisionsFollowUntilAPolicyOwnerClosesTheCause() {
        twoMonths(2);
        assertThat(tierOf("how-to")).isEqualTo(2);
        assertThat(tierOf("password-reset")).isEqualTo(1);

        PolicyProposal proposal = tierUp();
        assertThat(proposal.getCategory()).isEqualTo("how-to");
        assertThat(proposal.getAppliedTier()).isEqualTo(2);
        assertThat(proposal.getEvidence()).contains("2.00", "20", "floor 4.00", "qa.tierUp.closed.how-to");
        assertThat(last().getPolicyVersion()).isEqualTo(DefaultPolicy.ruleset().version() + "+how-to=tier-2");

        publish("  tierUp: {apply: true, closed: {how-to: 2026-05-02}}\n");
        assertThat(tierOf("how-to")).isEqualTo(1);
        assertThat(last().getPolicyVersion()).isEqualTo(DefaultPolicy.ruleset().version());
    }

    @Test
    void wherePolicyOwnersKeepTheWordItIsOnlyProposed() {
        publish("  tierUp: {apply: false}\n");
        twoMonths(2);

        assertThat(tierUp().getAppliedTier()).isZero();
        assertThat(tierOf("how-to")).isEqualTo(1);
    }

    @Test
    void whereCustomersAreSatisfiedNothingMoves() {
        twoMonths(5);

        assertThat(story.proposals()).noneMatch(one -> one.getKind().equals("tier-up"));
        assertThat(tierOf("how-to")).isEqualTo(1);
    }

    /** Twenty surveys in March and twenty in April, and then the first of May begins. */
    private void twoMonths(int csat) {
        for (String month : List.of("2026-03-10", "2026-04-10")) {
            story.passTo(Instant.parse(month + "T09:00:00Z"));
            for (int i = 0; i < 20; i++) {
                story.conversation(month + "-" + i)
                        .starts("how-to")
                        .customerSays("How do I do it?")
                        .assistantSays("Like this.", 0.95)
                        .isResolvedBy("assistant")
                        .surveyed(csat);
            }
            story.after(3);
        }
        story.passTo(Instant.parse("2026-04-30T23:58:00Z")).passTo(Instant.parse("2026-05-01T00:02:00Z"));
    }

    private PolicyProposal tierUp() {
        List<PolicyProposal> all = story.proposals().stream()
                .filter(one -> one.getKind().equals("tier-up"))
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private int tierOf(String category) {
        story.conversation(category + story.now().toEpochMilli())
                .starts(category)
                .customerSays("How do I do it?");
        story.after(1);
        return last().getTier();
    }

    private ConversationDecision last() {
        List<ConversationDecision> all = story.decisions();
        return all.get(all.size() - 1);
    }

    private void publish(String section) {
        String document = DefaultPolicy.document().replace(APPLY, section);
        assertThat(document).contains(section);
        Publication.live(story, document);
    }
}
