// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.policy.ruleset.Changed;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.TestRulesets;
import java.util.List;
import java.util.Map;

/** Changes of a policy that only packets care about. */
final class TestPolicies {

    private TestPolicies() {}

    /** Texts by reason. */
    static Ruleset saying(Map<String, String> messages, Ruleset r) {
        return Changed.copy(r, "messages", messages);
    }

    /** One segment with this response target. */
    static Ruleset answeringWithin(long seconds, Ruleset r) {
        return TestRulesets.withSegments(
                r, List.of(new SegmentRule("standard", "Standard", null, 1, 2.0, 2, 1.0, seconds, 3)));
    }
}
