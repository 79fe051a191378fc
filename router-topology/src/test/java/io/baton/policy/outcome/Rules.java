// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.Ruleset;
import java.util.List;
import java.util.Map;

/** A ruleset of which this room reads no more than the version. */
final class Rules {

    private Rules() {}

    static Ruleset named(String version) {
        return new Ruleset(
                "test",
                version,
                "hash",
                Map.<String, CategoryRule>of(),
                "general",
                List.of(),
                Map.of(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }
}
