// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.flag;
import static io.baton.yaml.Scalars.text;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.ruleset.HandoverRule;
import io.baton.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code handover}. */
final class HandoverReader {

    private static final Set<String> REASONS =
            Set.of("closed", "closing", "nobody-online", "all-busy", "unclaimed", "call-back");

    /** Parts of a packet that its score counts and an agent can ask for. */
    private static final Set<String> PARTS = Set.of("attempts", "account-status", "summary", "identity", "category");

    private HandoverReader() {}

    static HandoverRule read(Value section) {
        return section.mapping(m -> new HandoverRule(
                flag(m.optional("silenceIsAbsence"), false),
                expectations(m.optional("expectations")),
                reAsk(m.optional("reAsk")),
                whole(m.optional("similarCases"), 0, 10, 3)));
    }

    private static Map<String, List<String>> reAsk(Value section) {
        return section.each(entry -> {
            entry.key().oneOf("part of a packet", PARTS, "");
            return PhraseReader.list(entry.value());
        });
    }

    private static Map<String, String> expectations(Value section) {
        return section.each(entry -> {
            entry.key().oneOf("reason to wait", REASONS, "");
            return text(entry.value());
        });
    }
}
