// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.policy.ruleset.Changed;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;

/** A ruleset of which this room reads no more than the version. */
final class Rules {

    private Rules() {}

    static Ruleset named(String version) {
        return Changed.copy(TestRulesets.standard(), "version", version);
    }
}
