// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Map;

/**
 * What a figure of a channel should reach (M28).
 *
 * @param value in the unit of the figure: a share from 0 to 1, points or seconds
 * @param atLeast whether more is better; otherwise it should be at most so much
 * @param categories the value for categories that have one of their own
 */
public record TargetRule(double value, boolean atLeast, Map<String, Double> categories) {

    /** What it should reach in a category. */
    public double in(String category) {
        return categories.getOrDefault(category, value);
    }

    /** Whether a value reaches what it should. */
    public boolean isMet(double reached, double target) {
        return atLeast ? reached >= target : reached <= target;
    }
}
