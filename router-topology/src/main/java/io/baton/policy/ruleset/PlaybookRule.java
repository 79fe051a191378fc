// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes while an incident lasts.
 *
 * @param kind kind of incident that starts it
 * @param minShare share of users hit from which it starts, 0 to 1; an incident that does not say its share starts it
 * @param holdBack categories the assistant must not try to solve
 * @param templates text for the assistant by stage, in order, at least one; {@value #RESOLVED} is said when it is over
 * @param queue queue for affected conversations; null = as usual
 * @param triage in which order affected customers are served, first match; empty = as usual
 * @param steps what agents do, in order
 * @param spike spikes of a category that start it by themselves; null = none, only incidents that are reported
 */
public record PlaybookRule(
        String id,
        String kind,
        double minShare,
        List<String> holdBack,
        Map<String, String> templates,
        @Nullable String queue,
        List<TriageRule> triage,
        List<String> steps,
        @Nullable SpikeRule spike) {

    /** The stage whose text is said when the incident is over. */
    public static final String RESOLVED = "resolved";
}
