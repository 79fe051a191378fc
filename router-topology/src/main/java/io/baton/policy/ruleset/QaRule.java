// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.event.Channel;
import java.util.Locale;
import java.util.Map;

/**
 * Quality: samples to review (L02), and what makes a channel good.
 *
 * @param automatedShare share of automated conversations to review, 0 to 1
 * @param humanShare share of the others, 0 to 1
 * @param scorecard weight of each figure in the scorecard (M16), by its name
 * @param targets what figures should reach (M28), by channel ({@code automated}, {@code assisted}, {@code human}) and then by name
 * @param trial what is looked at more closely because it has only just been automated (L09)
 * @param tierUp what becomes of categories that customers are not satisfied with (R08)
 * @param pause what becomes of categories whose alerts ask for a pause of their automation (A06); what ends one is the day on which it was lifted
 */
public record QaRule(
        double automatedShare,
        double humanShare,
        Map<String, Double> scorecard,
        Map<String, Map<String, TargetRule>> targets,
        TrialRule trial,
        TierUpRule tierUp,
        TierUpRule pause) {

    /** Kind of proposals that pause the automation of a category. */
    public static final String PAUSE = "pause";

    /** What the figures of a channel should reach, by name. */
    public Map<String, TargetRule> targets(Channel channel) {
        return targets.getOrDefault(channel.name().toLowerCase(Locale.ROOT), Map.of());
    }

    /** Who has the word about a change of tier of that kind. */
    public TierUpRule moves(String kind) {
        return kind.equals(PAUSE) ? pause : tierUp;
    }

    /** Without a scorecard and targets. */
    public QaRule(double automatedShare, double humanShare) {
        this(automatedShare, humanShare, Map.of(), Map.of(), TrialRule.NONE, TierUpRule.PROPOSE, TierUpRule.PROPOSE);
    }
}
