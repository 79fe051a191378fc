// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.flag;
import static io.baton.yaml.Scalars.text;

import io.baton.policy.ruleset.HandoverRule;
import io.baton.yaml.Value;
import java.util.Map;
import java.util.Set;

/** Reads {@code handover}. */
final class HandoverReader {

    private static final Set<String> REASONS = Set.of("closed", "nobody-online", "all-busy", "unclaimed", "call-back");

    private HandoverReader() {}

    static HandoverRule read(Value section) {
        return section.mapping(m -> new HandoverRule(
                flag(m.optional("silenceIsAbsence"), false), expectations(m.optional("expectations"))));
    }

    private static Map<String, String> expectations(Value section) {
        return section.each(entry -> {
            entry.key().oneOf("reason to wait", REASONS, "");
            return text(entry.value());
        });
    }
}
