// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.ScenarioRule;
import io.baton.policy.ruleset.TriageRule;
import io.baton.state.ConversationState;
import io.baton.state.IncidentTouch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the playbooks that apply to a conversation say about its hand-over (C03, C08). Those of incidents come before those
 * of high-stakes cases; of two, the one that serves the customer sooner is stricter and names the queue.
 *
 * @param names ids of the playbooks, the strictest first; empty = none applies
 * @param crisis whether an incident is among them, whose queue goes before all others
 * @param queue where to; null = as usual
 * @param priority 1 (first) to 5; 0 = as usual
 * @param responseSeconds target for the first human answer; 0 = as usual
 * @param steps what agents do, in order
 */
public record Guidance(
        List<String> names,
        boolean crisis,
        @Nullable String queue,
        int priority,
        long responseSeconds,
        List<String> steps) {

    /** As usual. */
    public static final Guidance NONE = new Guidance(List.of(), false, null, 0, 0, List.of());

    private static final int LAST = 6;

    /** What applies to a conversation at a moment, epoch milliseconds. */
    public static Guidance of(Ruleset rules, ConversationState s, long at) {
        Guidance all = NONE;
        Facts facts = new Facts(s.getCustomer(), s, at);
        for (IncidentTouch touch : s.getIncidents()) {
            PlaybookRule playbook = rules.playbooks().get(touch.getPlaybook());
            if (touch.getUntil() == 0 && playbook != null) {
                TriageRule place = place(playbook.triage(), facts);
                all = all.and(new Guidance(
                        List.of(playbook.id()),
                        true,
                        playbook.queue(),
                        place == null ? 0 : place.priority(),
                        place == null ? 0 : place.responseSeconds(),
                        playbook.steps()));
            }
        }
        for (ScenarioRule scenario : rules.scenarios()) {
            if (scenario.when().holds(facts)) {
                all = all.and(new Guidance(
                        List.of(scenario.id()),
                        false,
                        scenario.queue(),
                        scenario.priority(),
                        scenario.responseSeconds(),
                        scenario.steps()));
            }
        }
        return all;
    }

    private Guidance and(Guidance other) {
        if (names.isEmpty()) {
            return other;
        }
        boolean sooner = rank(other.priority) < rank(priority) && crisis == other.crisis;
        String first = sooner ? other.queue : queue;
        String second = sooner ? queue : other.queue;
        return new Guidance(
                joined(sooner ? other.names : names, sooner ? names : other.names),
                crisis || other.crisis,
                first != null ? first : second,
                rank(other.priority) < rank(priority) ? other.priority : priority,
                shorter(responseSeconds, other.responseSeconds),
                joined(steps, other.steps));
    }

    private static int rank(int priority) {
        return priority == 0 ? LAST : priority;
    }

    private static long shorter(long a, long b) {
        return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }

    private static @Nullable TriageRule place(List<TriageRule> triage, Facts facts) {
        for (TriageRule rule : triage) {
            if (rule.when() == null || rule.when().holds(facts)) {
                return rule;
            }
        }
        return null;
    }
}
