// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Map;

/**
 * Quality: samples to review (L02), and what makes a channel good.
 *
 * @param automatedShare share of automated conversations to review, 0 to 1
 * @param humanShare share of the others, 0 to 1
 * @param scorecard weight of each figure in the scorecard (M16), by its name
 */
public record QaRule(double automatedShare, double humanShare, Map<String, Double> scorecard) {

    /** Without a scorecard. */
    public QaRule(double automatedShare, double humanShare) {
        this(automatedShare, humanShare, Map.of());
    }
}
