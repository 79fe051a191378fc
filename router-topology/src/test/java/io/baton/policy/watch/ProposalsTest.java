// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.PolicyProposal;
import io.baton.policyfile.DefaultPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When outcomes suggest another tier, and when they do not. */
final class ProposalsTest {

    private static final long MAY = at("2026-05-01T00:00:00Z");

    private final History history = new History();
    private final Proposals proposals = new Proposals(DefaultPolicy.ruleset());

    @Test
    @Tag("R08")
    @Tag("A07")
    void automatedSatisfactionUnderItsFloorInTwoMonthsProposesATierUp() {
        csat("how-to", "2026-03-10T10:00:00Z", 3.0);
        csat("how-to", "2026-04-10T10:00:00Z", 3.2);
        csat("password-reset", "2026-03-10T10:00:00Z", 3.0);
        csat("password-reset", "2026-04-10T10:00:00Z", 4.5);

        List<PolicyProposal> found = kind("tier-up");

        assertThat(found).extracting(PolicyProposal::getCategory).containsExactly("how-to");
        assertThat(found.get(0).getTo()).isEqualTo("tier 2");
        assertThat(found.get(0).getEvidence()).contains("3.00", "3.20", "floor 4.00");
    }

    @Test
    @Tag("R09")
    void manyEscalationsProposeATierUp() {
        add("sync-error", "2026-04-10T10:00:00Z", "escalation-rate", 40, 100);
        add("how-to", "2026-04-10T10:00:00Z", "escalation-rate", 10, 100);

        assertThat(kind("tier-up-escalations"))
                .extracting(PolicyProposal::getCategory)
                .containsExactly("sync-error");
    }

    @Test
    @Tag("R10")
    void goodWorkProposesATierDownButNeverWhereMuchIsAtStake() {
        for (String category : List.of("refund-request", "billing-dispute")) {
            add(category, "2026-04-10T10:00:00Z", "resolution-rate", 195, 200);
            csat(category, "2026-04-11T10:00:00Z", 4.8);
        }

        assertThat(kind("tier-down")).extracting(PolicyProposal::getCategory).containsExactly("refund-request");
    }

    @Test
    @Tag("R11")
    @Tag("R12")
    void misroutesAndQuartersCallForAReview() {
        add("how-to", "2026-03-10T10:00:00Z", "started", 300, 0);
        add("how-to", "2026-03-10T10:00:00Z", "misclassification", 30, 100);

        List<PolicyProposal> april = proposals.look(history, at("2026-04-01T00:00:00Z"));

        assertThat(april).extracting(PolicyProposal::getKind).containsExactly("review-misroutes", "review");
        assertThat(proposals.look(history, at("2026-04-02T00:00:00Z"))).isEmpty();
    }

    private List<PolicyProposal> kind(String kind) {
        return proposals.look(history, MAY).stream()
                .filter(proposal -> proposal.getKind().equals(kind))
                .toList();
    }

    private void csat(String category, String at, double mean) {
        add(category, at, "csat", 50 * mean, 50);
    }

    private void add(String category, String at, String tally, double numerator, double denominator) {
        history.add(category, false, at(at), tally, numerator, denominator, true);
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
