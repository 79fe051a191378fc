// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens step by step when nobody takes an escalation. */
public record LadderRule(String id, List<Step> steps) {

    /**
     * One step.
     *
     * @param afterSeconds time since the escalation
     * @param queue queue to move to, for OVERFLOW; otherwise null
     */
    public record Step(
            long afterSeconds, Action action, @Nullable String queue) {}

    public enum Action {
        WIDEN_SKILL,
        RAISE_PRIORITY,
        OVERFLOW,
        CALL_BACK,
        TELL_EXPECTATION
    }
}
