// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.event.PolicyProposal;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.Ruleset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tier-ups that apply by themselves (R08), as every instance has read them. Immutable. What holds is asked of the policy each time, so
 * that a policy owner lifts one by publishing when its cause was closed, or takes the leave away altogether.
 */
public final class TierUps {

    /** None. */
    public static final TierUps NONE = new TierUps(Map.of());

    /** The latest by category and kind. */
    private final Map<String, PolicyProposal> raised;

    private TierUps(Map<String, PolicyProposal> raised) {
        this.raised = raised;
    }

    /** The same with one more; itself where the proposal applies nothing or is older than what is known. */
    public TierUps with(PolicyProposal proposal) {
        String key = proposal.getCategory() + "/" + proposal.getKind();
        PolicyProposal known = raised.get(key);
        if (proposal.getAppliedTier() == 0 || (known != null && known.getAt().isAfter(proposal.getAt()))) {
            return this;
        }
        Map<String, PolicyProposal> all = new TreeMap<>(raised);
        all.put(key, proposal);
        return new TierUps(all);
    }

    /** The policy with the tiers that hold, and a version that names them; itself where none does. */
    public Ruleset applied(Ruleset policy) {
        Map<String, CategoryRule> categories = new LinkedHashMap<>(policy.categories());
        Map<String, Integer> moved = new TreeMap<>();
        for (PolicyProposal proposal : raised.values()) {
            String id = proposal.getCategory();
            CategoryRule category = categories.get(id);
            boolean higher = category != null && category.tier() < proposal.getAppliedTier();
            if (category != null
                    && higher
                    && policy.qa().moves(proposal.getKind()).holds(id, proposal.getAt())) {
                categories.put(id, category.inTier(proposal.getAppliedTier()));
                moved.put(id, proposal.getAppliedTier());
            }
        }
        StringBuilder version = new StringBuilder(policy.version());
        moved.forEach(
                (id, tier) -> version.append('+').append(id).append("=tier-").append(tier));
        return moved.isEmpty() ? policy : policy.with(categories, version.toString());
    }
}
