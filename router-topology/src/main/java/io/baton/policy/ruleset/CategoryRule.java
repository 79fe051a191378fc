// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue category.
 *
 * @param complexity 1 to 5 (R02)
 * @param intensity emotional intensity to expect, 1 to 5 (R02)
 * @param tier 1 fully automatable, 2 the assistant drafts and a human sends, 3 human only (R01)
 * @param mode how assistant and humans share the work (R19)
 * @param highStakes revenue or high stakes (T27)
 * @param costPerContact cost of a human contact in the default currency, 0 or more
 * @param csatFloor satisfaction below which automation is doubted, 1 to 5 (R08)
 * @param identifiers what identifies the issue, asked by triage (H13)
 * @param suggestedStep what an agent should do first; null = derived from what was tried
 * @param queue queue of its own; null = chosen by the routes
 */
public record CategoryRule(
        String id,
        String title,
        int complexity,
        int intensity,
        int tier,
        Mode mode,
        boolean highStakes,
        double costPerContact,
        double csatFloor,
        List<String> identifiers,
        @Nullable String suggestedStep,
        @Nullable String queue) {

    /** Three ways to share the work (R19). */
    public enum Mode {
        /** The assistant only collects and routes; a human answers. */
        TRIAGE,
        /** The assistant never talks to the customer, it drafts for an agent. */
        AGENT_ASSIST,
        /** The assistant answers first and escalates. */
        AI_FIRST
    }

    /** The same category in another tier. */
    public CategoryRule inTier(int other) {
        return new CategoryRule(
                id,
                title,
                complexity,
                intensity,
                other,
                mode,
                highStakes,
                costPerContact,
                csatFloor,
                identifiers,
                suggestedStep,
                queue);
    }
}
